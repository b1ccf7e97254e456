//! How a program without glue and the script that starts it hand bytes to each other: the script writes
//! to where `input` says, and reads so many bytes as `output_length` says from where `output` says.

/// Gives a program an `EXCHANGE` with its `input` and `output`, and the functions that its script calls
/// for them.
#[macro_export]
macro_rules! exchange {
    () => {
        /// Bytes from the script, and bytes for it.
        #[derive(Default)]
        struct Exchange {
            input: Vec<u8>,
            output: Vec<u8>,
        }

        thread_local! {
            static EXCHANGE: std::cell::RefCell<Exchange> = std::cell::RefCell::default();
        }

        /// Takes the input.
        fn take_input() -> Vec<u8> {
            EXCHANGE.with_borrow_mut(|exchange| std::mem::take(&mut exchange.input))
        }

        /// Puts out what the script reads next.
        fn put_out(bytes: Vec<u8>) {
            EXCHANGE.with_borrow_mut(|exchange| exchange.output = bytes);
        }

        /// Where to write so many bytes of input.
        #[unsafe(no_mangle)]
        pub extern "C" fn input(n_bytes: usize) -> *mut u8 {
            EXCHANGE.with_borrow_mut(|exchange| {
                exchange.input = vec![0; n_bytes];
                exchange.input.as_mut_ptr()
            })
        }

        /// Where the last output is.
        #[unsafe(no_mangle)]
        pub extern "C" fn output() -> *const u8 {
            EXCHANGE.with_borrow(|exchange| exchange.output.as_ptr())
        }

        /// How many bytes it has.
        #[unsafe(no_mangle)]
        pub extern "C" fn output_length() -> usize {
            EXCHANGE.with_borrow(|exchange| exchange.output.len())
        }
    };
}
