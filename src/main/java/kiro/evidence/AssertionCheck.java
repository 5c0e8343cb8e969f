package kiro.evidence;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.workspace.WorkspacePath;

/// Tells whether a test asserts anything: by the names of what it calls, or of what the helpers call that lie among the
/// tests. A test that is not understood is taken to assert.
final class AssertionCheck {
    private static final Pattern ASSERTS =
            Pattern.compile(
                    "(?i).*(?:assert|expect|verif|should|must|require|ensure|check|fail|raise|throw|panic|unwrap|until|match).*"
                            + "|then(?:\\w*)?|error|errorf|fatal|fatalf|eq|ok|equal|equals|deepEqual|statusCode");

    private final List<WorkspacePath> testFiles;
    private final CodeBook book;
    private final Map<String, Set<String>> helpers = new HashMap<>();
    private boolean hasHelpers;

    /// @param testFiles where helpers of tests lie
    AssertionCheck(List<WorkspacePath> testFiles, CodeBook book) {
        this.testFiles = testFiles;
        this.book = book;
    }

    boolean asserts(SourceTest test) {
        Set<String> calls = test.body().calls();
        return calls.stream().anyMatch(AssertionCheck::isAssertion) || throughHelpers(calls);
    }

    static boolean isAssertion(String name) {
        return ASSERTS.matcher(name).matches();
    }

    private boolean throughHelpers(Set<String> calls) {
        readHelpers();
        var open = new ArrayDeque<>(calls);
        var seen = new HashSet<>(calls);
        while (!open.isEmpty()) {
            for (String called : helpers.getOrDefault(open.pop(), Set.of())) {
                if (isAssertion(called)) {
                    return true;
                }
                if (seen.add(called)) {
                    open.add(called);
                }
            }
        }
        return false;
    }

    private void readHelpers() {
        if (hasHelpers) {
            return;
        }
        hasHelpers = true;
        for (WorkspacePath file : testFiles) {
            book.functions(file.value())
                    .ifPresent(functions ->
                            functions
                                    .functions()
                                    .forEach(function -> {
                                        String key = function.key().replaceFirst("~\\d+$", "");
                                        helpers.computeIfAbsent(
                                                        key.substring(key.indexOf('#') + 1),
                                                        name -> new HashSet<>())
                                                .addAll(function.body().calls());
                                    }));
        }
    }
}
