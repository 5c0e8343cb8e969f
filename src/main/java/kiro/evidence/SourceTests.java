package kiro.evidence;

import java.util.List;
import java.util.Map;

/// The tests of one source file.
///
/// @param supertypes for each class of the file, the simple names of those it extends: the tests of a
///     class run in the classes below it
record SourceTests(List<SourceTest> tests, Map<String, List<String>> supertypes) {
    SourceTests {
        tests = List.copyOf(tests);
        supertypes = Map.copyOf(supertypes);
    }
}
