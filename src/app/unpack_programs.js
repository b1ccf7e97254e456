// Unpacks what `explorer.html` holds as LZMA, a fifth smaller than gzip, and in browsers that cannot unpack
// gzip, too; starts the page by the script among it. Goes behind `single_file.js`, there alone; the packer is
// `src/site/lzma.rs`.
(function () {
  "use strict";
  var program = document.getElementById("program");
  var parts;

  // The parts of the programs' stream, as `Program::packed` in `src/site/program.rs` joins them.
  function programs() {
    if (!parts) {
      var joined = unpack(inside("programs"));
      var lengths = new DataView(joined.buffer), page = lengths.getUint32(0, true), search = lengths.getUint32(4, true);
      parts = {
        "page-program": joined.subarray(8, 8 + page),
        "search-program": joined.subarray(8 + page, 8 + page + search),
        scripts: joined.subarray(8 + page + search),
      };
    }
    return parts;
  }

  function inside(id) {
    return program.bytes(document.getElementById(id));
  }

  program.unpacked = function (name) {
    return name === "report-data" ? unpack(inside(name)) : programs()[name];
  };

  // The page shows itself first.
  requestAnimationFrame(function () {
    setTimeout(function () {
      var script = document.createElement("script");
      script.textContent = new TextDecoder().decode(programs().scripts);
      // A saved copy of the page starts it anew.
      document.head.appendChild(script).remove();
    });
  });

  // Places of the probabilities, each group behind the one before (LZMA specification of 2015-06-14, whose names these
  // are).
  var IS_MATCH = 0, IS_REP = 192, IS_REP_G0 = 204, IS_REP_G1 = 216, IS_REP_G2 = 228, IS_REP0_LONG = 240, POS_SLOT = 432;
  var POS_SPECIAL = 688, ALIGN = 816, LENGTH = 832, REP_LENGTH = 1346, LITERAL = 1860;

  // What was packed: five bytes of settings, eight that say how long it is, and a range coder's digits.
  function unpack(packed) {
    var size = new DataView(packed.buffer, packed.byteOffset).getUint32(5, true);
    var contextBits = packed[0] % 9, positionBits = ((packed[0] / 9) | 0) % 5, lengthBits = (packed[0] / 45) | 0;
    var out = new Uint8Array(size), at = 0;
    var probabilities = new Uint16Array(LITERAL + (0x300 << (contextBits + positionBits))).fill(1024);
    var next = 14, range = 0xffffffff, code = 0, state = 0, distances = [0, 0, 0, 0], length;
    while (next < 18) code = ((code << 8) | packed[next++]) >>> 0;

    function widen() {
      if (range < 0x1000000) {
        range = (range << 8) >>> 0;
        code = ((code << 8) | packed[next++]) >>> 0;
      }
    }
    function bit(place) {
      var probability = probabilities[place], bound = (range >>> 11) * probability, is = 0;
      if (code < bound) {
        range = bound;
        probabilities[place] = probability + ((2048 - probability) >> 5);
      } else {
        range -= bound;
        code -= bound;
        probabilities[place] = probability - (probability >> 5);
        is = 1;
      }
      widen();
      return is;
    }
    function bits(place, count) {
      for (var symbol = 1, n = 0; n < count; n++) symbol = (symbol << 1) | bit(place + symbol);
      return symbol - (1 << count);
    }
    function bitsFromLowest(place, count) {
      for (var symbol = 1, value = 0, n = 0; n < count; n++) {
        var is = bit(place + symbol);
        symbol = (symbol << 1) | is;
        value |= is << n;
      }
      return value;
    }
    function evenBits(count) {
      for (var value = 0; count > 0; count--) {
        range >>>= 1;
        var is = code >= range ? 1 : 0;
        if (is) code -= range;
        value = value * 2 + is;
        widen();
      }
      return value;
    }
    function literal() {
      var before = at ? out[at - 1] : 0, context = ((at & ((1 << positionBits) - 1)) << contextBits) | (before >> (8 - contextBits));
      var place = LITERAL + 0x300 * context, symbol = 1;
      if (state >= 7) {
        var match = out[at - distances[0] - 1];
        do {
          var expected = (match >> 7) & 1, is = bit(place + ((1 + expected) << 8) + symbol);
          match <<= 1;
          symbol = (symbol << 1) | is;
        } while (expected === is && symbol < 0x100);
      }
      while (symbol < 0x100) symbol = (symbol << 1) | bit(place + symbol);
      out[at++] = symbol;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
    }
    function readLength(place, step) {
      if (!bit(place)) return 2 + bits(place + 2 + step * 8, 3);
      if (!bit(place + 1)) return 10 + bits(place + 130 + step * 8, 3);
      return 18 + bits(place + 258, 8);
    }
    function readDistance() {
      var slot = bits(POS_SLOT + Math.min(length - 2, 3) * 64, 6);
      if (slot < 4) return slot;
      var count = (slot >> 1) - 1, distance = (2 | (slot & 1)) * Math.pow(2, count);
      if (slot < 14) return distance + bitsFromLowest(POS_SPECIAL + distance - slot, count);
      return distance + evenBits(count - 4) * 16 + bitsFromLowest(ALIGN, 4);
    }
    // One of the last four distances again.
    function repeat(step) {
      if (!bit(IS_REP_G0 + state)) {
        if (bit(IS_REP0_LONG + (state << 4) + step)) return false;
        state = state < 7 ? 9 : 11;
        length = 1;
        return true;
      }
      var which = !bit(IS_REP_G1 + state) ? 1 : 2 + bit(IS_REP_G2 + state);
      distances.unshift(distances.splice(which, 1)[0]);
      return false;
    }

    while (at < size) {
      var step = at & ((1 << lengthBits) - 1);
      if (!bit(IS_MATCH + (state << 4) + step)) {
        literal();
        continue;
      }
      if (!bit(IS_REP + state)) {
        length = readLength(LENGTH, step);
        state = state < 7 ? 7 : 10;
        distances.unshift(readDistance());
        distances.pop();
      } else if (!repeat(step)) {
        length = readLength(REP_LENGTH, step);
        state = state < 7 ? 8 : 11;
      }
      // A copy may run into what it writes.
      for (var from = at - distances[0] - 1; length > 0 && at < size; length--) out[at++] = out[from++];
    }
    return out;
  }
})();
