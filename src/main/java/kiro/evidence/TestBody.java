package kiro.evidence;

import java.util.Set;
import kiro.text.Hash;

/// What the text of a test or function comes down to.
///
/// @param digest of its tokens, without white space and comments
/// @param calls the names of what it calls, and words that assert without being called
record TestBody(Hash digest, Set<String> calls, Demands demands) {
    TestBody {
        calls = Set.copyOf(calls);
    }

    TestBody(Hash digest, Set<String> calls) {
        this(digest, calls, Demands.UNKNOWN);
    }
}
