//! Work that ends when nobody wants it any more.
//!
//! All that a task ever waits for is a callback of the page: a promise that settles, a timer. So there is no queue:
//! whoever wakes a task runs it, there and then.

use crate::callback::once;
use crate::wiping;
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Wake};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = queueMicrotask)]
    fn queue_microtask(callback: &JsValue);
}

pub(crate) type Work = Pin<Box<dyn Future<Output = ()>>>;

thread_local! {
    /// The work of the tasks that wait, by their numbers.
    static WAITING: RefCell<Vec<(u32, Work)>> = const { RefCell::new(Vec::new()) };
    static LAST: Cell<u32> = const { Cell::new(0) };
}

/// A future that runs in the page's event loop and is dropped, wherever it stands, with its task.
#[must_use = "a task that is dropped does not go on"]
pub struct Task(u32);

impl Task {
    /// Starts to run a future, once the caller is done.
    pub fn new(work: Work) -> Self {
        let number = LAST.get().wrapping_add(1);
        LAST.set(number);
        WAITING.with_borrow_mut(|waiting| waiting.push((number, work)));
        queue_microtask(&once(move |_| Arc::new(Number(number)).wake()));
        Self(number)
    }
}

impl Drop for Task {
    fn drop(&mut self) {
        // Dropped when nothing is borrowed any more, for dropping calls the page.
        drop(take(self.0));
    }
}

/// Takes the work out, for while it runs it may drop its own task.
fn take(number: u32) -> Option<Work> {
    WAITING.with_borrow_mut(|waiting| {
        let place = waiting.iter().position(|(other, _)| *other == number)?;
        Some(waiting.swap_remove(place).1)
    })
}

/// The number of a task. A waker may be sent to another thread; a number can be, and a future here cannot.
struct Number(u32);

impl Wake for Number {
    fn wake(self: Arc<Self>) {
        let number = self.0;
        let Some(mut work) = take(number) else { return };
        let waker = self.into();
        if wiping(|| work.as_mut().poll(&mut Context::from_waker(&waker))).is_pending() {
            WAITING.with_borrow_mut(|waiting| waiting.push((number, work)));
        }
    }
}
