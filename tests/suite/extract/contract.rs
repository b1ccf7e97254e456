//! What programs are promised: keys, their order, and positions that lead into the text.

use report_explorer::extract::contract::json;
use serde_json::Value;

use super::document;

fn extract(text: &str) -> Value {
    serde_json::from_str(&json(&document("a.txt", text.as_bytes()))).expect("JSON")
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

#[test]
fn keys_come_in_the_order_that_is_promised() {
    let read = extract(super::super::YUNPING);
    assert_eq!(
        keys(&read),
        [
            "schema", "format", "text", "title", "issuers", "date", "year", "sections", "numbers",
            "notes"
        ]
    );
    assert_eq!(
        keys(&read["sections"][1]),
        ["id", "level", "number", "heading", "kind", "start", "end"]
    );
    assert_eq!(
        keys(&read["numbers"][0]),
        [
            "start",
            "end",
            "stated",
            "value",
            "upper",
            "unit",
            "qualifier",
            "change",
            "kind",
            "reason",
            "label",
            "topic",
            "sure"
        ]
    );
    assert_eq!(read["text"], super::super::YUNPING);
    assert_eq!((&read["date"], &read["year"]), (&"2019-12-18".into(), &2019.into()));
    assert_eq!(read["issuers"][0], "青岚市云屏区人民政府");
}

#[test]
fn sections_and_numbers_lead_into_the_text() {
    let read = extract(super::super::YUNPING);
    let chars: Vec<char> = super::super::YUNPING.chars().collect();
    let slice = |value: &Value| -> String {
        let at = |name: &str| value[name].as_u64().expect("a position") as usize;
        chars[at("start")..at("end")].iter().collect()
    };
    let sections = read["sections"].as_array().expect("a list");
    let plan = sections.iter().find(|section| section["kind"] == "plan").expect("八、");
    assert_eq!(
        (&plan["number"], &plan["heading"], &plan["level"]),
        (&"八、".into(), &"2020年工作安排".into(), &1.into())
    );
    assert!(slice(plan).trim_start().starts_with("八、2020年工作安排"));
    let numbers = read["numbers"].as_array().expect("a list");
    let mut last = 0;
    for number in numbers {
        let start = number["start"].as_u64().expect("a position");
        assert!(last <= start, "in order");
        last = number["end"].as_u64().expect("a position");
    }
    let trained = numbers.iter().find(|number| slice(number) == "约500人").expect("in the text");
    assert_eq!(
        (&trained["value"], &trained["unit"], &trained["qualifier"]),
        (&500.into(), &"人".into(), &"约".into())
    );
}
