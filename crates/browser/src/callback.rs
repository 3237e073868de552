//! What the page calls back. A value owns what it registered: dropping it clears the timer, removes the listener.
//!
//! All callbacks have one shape, for every other one costs glue that each page would download; a timer's value
//! is `undefined`.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(callback: &JsValue, milliseconds: u32) -> JsValue;
    #[wasm_bindgen(js_name = setInterval)]
    fn set_interval(callback: &JsValue, milliseconds: u32) -> JsValue;
    /// Ends timers of both kinds, which count their numbers together.
    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(timer: &JsValue);

    /// By the prototype: a form's field of the name `addEventListener` would be taken for the method.
    #[wasm_bindgen(js_namespace = ["EventTarget", "prototype", "addEventListener"], js_name = call)]
    fn add_listener(target: &JsValue, event: &str, callback: &JsValue, capture: bool);
    #[wasm_bindgen(js_namespace = ["EventTarget", "prototype", "removeEventListener"], js_name = call)]
    fn remove_listener(target: &JsValue, event: &str, callback: &JsValue, capture: bool);
}

type Callback = Closure<dyn FnMut(JsValue)>;

/// A function that the page calls once at most, and that is its own.
pub(crate) fn once(callback: impl FnOnce(JsValue) + 'static) -> JsValue {
    let boxed: Box<dyn FnOnce(JsValue)> = Box::new(callback);
    Closure::once_into_js(boxed)
}

/// A timer, which is cleared when dropped.
#[must_use = "a timer that is dropped is cleared"]
pub(crate) struct Timer {
    timer: JsValue,
    _callback: Callback,
}

impl Timer {
    /// Calls once, after so many milliseconds.
    pub(crate) fn after(milliseconds: u32, callback: impl FnMut(JsValue) + 'static) -> Self {
        Self::new(Closure::wrap(Box::new(callback)), |callback| set_timeout(callback, milliseconds))
    }

    /// Calls again and again, every so many milliseconds.
    pub(crate) fn every(milliseconds: u32, callback: impl FnMut(JsValue) + 'static) -> Self {
        Self::new(Closure::wrap(Box::new(callback)), |callback| set_interval(callback, milliseconds))
    }

    fn new(callback: Callback, set: impl FnOnce(&JsValue) -> JsValue) -> Self {
        Self { timer: set(callback.as_ref()), _callback: callback }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        clear_timeout(&self.timer);
    }
}

/// A listener, which is removed when dropped.
#[must_use = "a listener that is dropped is removed"]
pub(crate) struct Listener {
    target: JsValue,
    event: &'static str,
    callback: Callback,
}

impl Listener {
    /// Listens in the capturing phase, ahead of the page's own listeners.
    pub(crate) fn new(target: &JsValue, event: &'static str, callback: impl FnMut(JsValue) + 'static) -> Self {
        let callback: Callback = Closure::wrap(Box::new(callback));
        add_listener(target, event, callback.as_ref(), true);
        Self { target: target.clone(), event, callback }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        remove_listener(&self.target, self.event, self.callback.as_ref(), true);
    }
}
