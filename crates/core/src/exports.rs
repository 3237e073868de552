//! What the wasm exports. Pointers are numbers here, looked up among the buffers that were handed out: none is ever
//! dereferenced, so a wrong one is an error and not undefined behaviour.
//!
//! The only thing unsafe is the attribute that keeps a name: a second definition of it would be undefined behaviour.

#![allow(unsafe_code)]

use crate::request::{MAX_REQUEST, RequestError};
use crate::{answer, estimate, generate, judge};
use passmuster_wipe::{ALLOCATOR, Allocator, wiping};
use std::sync::Mutex;

/// Memory that is cleared when it is freed.
#[global_allocator]
static MEMORY: Allocator = ALLOCATOR;

/// The stack that is cleared after a call, in bytes: more than any was seen to use.
const DEPTH: usize = 64 << 10;

/// The version of this interface: another number means that a host has to be changed.
const ABI: u32 = 1;
/// The most buffers that a host may hold at once, requests and answers together. It needs one at a time.
const MAX_BUFFERS: usize = 64;

/// The buffers in the host's hands. A wasm instance has one thread.
static BUFFERS: Mutex<Vec<Vec<u8>>> = Mutex::new(Vec::new());

/// The version of this interface.
#[unsafe(no_mangle)]
extern "C" fn passmuster_abi() -> u32 {
    ABI
}

/// Room for a request of `length` bytes; 0 where that is none or too much, or too many buffers are held.
#[unsafe(no_mangle)]
extern "C" fn passmuster_alloc(length: usize) -> usize {
    if length == 0 || length > MAX_REQUEST {
        return 0;
    }
    hold(vec![0; length])
}

/// Wipes and frees a buffer: an answer, or a request that was not handed in.
#[unsafe(no_mangle)]
extern "C" fn passmuster_free(pointer: usize) {
    drop(take(pointer));
}

/// Estimates. Takes the request's buffer; the answer is `pointer << 32 | length`.
#[unsafe(no_mangle)]
extern "C" fn passmuster_estimate(pointer: usize, length: usize) -> u64 {
    call(pointer, length, estimate)
}

/// Judges, in the same way.
#[unsafe(no_mangle)]
extern "C" fn passmuster_judge(pointer: usize, length: usize) -> u64 {
    call(pointer, length, judge)
}

/// Generates, in the same way.
#[unsafe(no_mangle)]
extern "C" fn passmuster_generate(pointer: usize, length: usize) -> u64 {
    call(pointer, length, generate)
}

fn call(pointer: usize, length: usize, work: fn(&[u8]) -> Result<Vec<u8>, RequestError>) -> u64 {
    wiping::<DEPTH, _>(|| {
        let answer = match take(pointer) {
            Some(request) if length <= request.len() => work(&request[..length]),
            _ => Err(RequestError::no_buffer()),
        };
        let answer = answer.unwrap_or_else(|error| answer::failure(&error));
        let length = answer.len();
        (hold(answer) as u64) << 32 | length as u64
    })
}

/// Hands a buffer out.
fn hold(buffer: Vec<u8>) -> usize {
    let mut buffers = BUFFERS.lock().expect("no call panicked");
    if buffers.len() >= MAX_BUFFERS {
        return 0;
    }
    let pointer = buffer.as_ptr().addr();
    buffers.push(buffer);
    pointer
}

/// Takes a buffer back.
fn take(pointer: usize) -> Option<Vec<u8>> {
    let mut buffers = BUFFERS.lock().expect("no call panicked");
    let place = buffers.iter().position(|buffer| buffer.as_ptr().addr() == pointer)?;
    Some(buffers.swap_remove(place))
}
