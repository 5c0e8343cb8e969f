package kiro.evidence;

import java.util.List;

/// What a test demands, as far as its text tells.
///
/// @param assertions how many calls and words assert something
/// @param expectations the literals that its assertions name, in order
/// @param isSkipped whether a mark keeps it from being run
record Demands(int assertions, List<String> expectations, boolean isSkipped) {
    static final Demands UNKNOWN = new Demands(0, List.of(), false);

    Demands {
        expectations = List.copyOf(expectations);
    }
}
