package kiro.model;

import kiro.text.Hash;

/// What stands for a request in a log: requests with the same are the same.
///
/// @param whole of all that the model is told
/// @param prefix of what each request of a conversation begins with: as long as it stays, a provider finds it in its cache
public record RequestHash(Hash whole, Hash prefix) {}
