//! stub
#![allow(missing_docs)]
use super::*;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name=fetch)]
    fn fetch(url: &str) -> js_sys::Promise;
    type R;
    #[wasm_bindgen(method, getter)]
    fn status(this: &R) -> u16;
    #[wasm_bindgen(method)]
    fn text(this: &R) -> js_sys::Promise;
}
pub enum Asked {
    Settled,
    Submit,
}
#[derive(Default)]
pub struct Limiter;
pub struct Checker {
    pub endpoint: String,
}
impl Checker {
    pub fn new(endpoint: String) -> Rc<Self> {
        Rc::new(Self { endpoint })
    }
    pub async fn check(&self, d: &Digest, _a: Asked, _l: &Limiter) -> Leak {
        let Ok(r) = JsFuture::from(fetch(&format!("{}{}", self.endpoint, d.prefix()))).await else {
            return Leak::Unknown(Unknown::Network);
        };
        let r: R = r.unchecked_into();
        if r.status() != 200 {
            return Leak::Unknown(Unknown::Status);
        }
        let t = JsFuture::from(r.text()).await.unwrap().as_string().unwrap();
        let mut rr = RangeReader::new(d.suffix());
        if let Err(e) = rr.read(t.as_bytes()) {
            return Leak::Unknown(e.into());
        }
        rr.finish().unwrap_or_else(|e| Leak::Unknown(e.into()))
    }
}
