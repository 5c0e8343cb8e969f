package kiro.steering.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.code.Call;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;
import kiro.steering.rule.SyntaxForm;

/// Tests that are not run, run alone, or wait.
final class TestForms {
    private static final Set<String> ANNOTATIONS =
            Set.of("annotation", "marker_annotation", "decorator", "attribute_item");
    private static final Pattern SKIPPED =
            Pattern.compile(
                    "(?:it|test|describe|context|suite)\\.(?:skip|todo)(?:\\.each)?|x(?:it|describe|test)|t\\.(?:Skip|Skipf|SkipNow)|pytest\\.skip|unittest\\.skip");
    private static final Pattern SKIPPING =
            Pattern.compile(
                    "@(?:Disabled|Ignore)\\b.*|@(?:pytest\\.mark\\.skip(?:if)?|unittest\\.skip\\w*|skip)\\b.*|#\\[ignore\\b.*");
    private static final Pattern FOCUSED =
            Pattern.compile(
                    "(?:it|test|describe|context|suite)\\.only(?:\\.each)?|f(?:it|describe)");
    private static final Pattern SLEEP =
            Pattern.compile(
                    "Thread\\.sleep|TimeUnit\\.\\w+\\.sleep|time\\.sleep|time\\.Sleep|(?:std::)?thread::sleep|asyncio\\.sleep|setTimeout|page\\.waitForTimeout|cy\\.wait|sleep");
    private static final Pattern TEST_FILE =
            Pattern.compile(
                    ".*(?:[._-](?:test|spec)\\.[a-z]+|_test\\.\\w+|Tests?\\.java|IT\\.java|(?:^|/)test_[^/]*\\.py|(?:^|/)(?:tests?|__tests__|spec|e2e)/.*)");

    private TestForms() {}

    static boolean isTest(String path) {
        return TEST_FILE.matcher(path).matches();
    }

    static List<Found> in(SourceFile source, SyntaxForm form) {
        var found = new ArrayList<Found>();
        for (Call call : source.calls()) {
            switch (form) {
                case SKIPPED_TEST -> {
                    if (SKIPPED.matcher(call.callee()).matches()) {
                        found.add(
                                new Found(
                                        call.node(),
                                        "a test that is not run",
                                        "run it or delete it"));
                    }
                }
                case FOCUSED_TEST -> {
                    if (source.language().isScript() && FOCUSED.matcher(call.callee()).matches()) {
                        found.add(
                                new Found(
                                        call.node(), "a test that is run alone", "run all tests"));
                    }
                }
                case SLEEP_IN_TEST -> {
                    if (isTest(source.path()) && SLEEP.matcher(call.callee()).matches()) {
                        found.add(
                                new Found(
                                        call.node(),
                                        "a wait for a time",
                                        "wait for what is expected"));
                    }
                }
                default -> {}
            }
        }
        if (form == SyntaxForm.SKIPPED_TEST) {
            addSkipping(source, found);
        }
        return found;
    }

    private static void addSkipping(SourceFile source, List<Found> found) {
        for (SyntaxNode each : source.root().below(ANNOTATIONS)) {
            if (SKIPPING.matcher(each.flatText()).matches()) {
                found.add(new Found(each, "a test that is not run", "run it or delete it"));
            }
        }
    }
}
