//! Work that ends when nobody wants it any more.

use crate::wipe::wiping;
use std::cell::RefCell;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;

type Slot = Rc<RefCell<Option<Pin<Box<dyn Future<Output = ()>>>>>>;

/// A future that runs in the page's event loop and is dropped, wherever it stands, with its task.
#[must_use = "a task that is dropped does not go on"]
pub struct Task(Slot);

impl Task {
    /// Starts to run a future.
    pub fn new(future: impl Future<Output = ()> + 'static) -> Self {
        let slot: Slot = Rc::new(RefCell::new(Some(Box::pin(future))));
        let running = slot.clone();
        wasm_bindgen_futures::spawn_local(poll_fn(move |context| {
            // Taken out while it runs, for it may drop its own task.
            let Some(mut future) = running.take() else { return Poll::Ready(()) };
            let poll = wiping(|| future.as_mut().poll(context));
            if poll.is_pending() {
                running.replace(Some(future));
            }
            poll
        }));
        Self(slot)
    }
}

impl Drop for Task {
    fn drop(&mut self) {
        self.0.take();
    }
}
