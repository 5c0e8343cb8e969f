package kiro.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.evidence.CriterionIndex.Meaning;
import kiro.spec.CriterionRef;
import kiro.text.SourceSpan;
import kiro.workspace.WorkspacePath;

/// Which code says of itself that it implements a criterion: `// implements: cart#AC-1`, `// [impl cart#AC-1]`, and the marks
/// of other tools for tracing. A mark above or within a function stands for it; one above a class or a file, for all of
/// the file.
final class ImplementationMarks {
    private static final Pattern HINT =
            Pattern.compile("impl|@relation|@Requirement|//=", Pattern.CASE_INSENSITIVE);
    private static final Pattern KEY_WORD =
            Pattern.compile(
                    "^[\\s/*#!\"']*@?(?:implements|impl)\\s*[:(]\\s*[\"']?(.+)$",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern REF =
            Pattern.compile(
                    "[A-Za-z0-9][A-Za-z0-9._-]*(?:#[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)?");

    private final CodeBook book;
    private final CriterionIndex index;
    private final Map<CriterionRef, Set<String>> parts = new HashMap<>();

    private ImplementationMarks(CodeBook book, CriterionIndex index) {
        this.book = book;
        this.index = index;
    }

    /// @param sources the files of the project that hold code and no tests
    static ImplementationMarks of(
            List<WorkspacePath> sources, CodeBook book, CriterionIndex index) {
        var marks = new ImplementationMarks(book, index);
        for (WorkspacePath path : sources) {
            boolean mayHave =
                    TestFiles.dialect(path).isPresent()
                            && book.text(path.value())
                                    .filter(text -> HINT.matcher(text).find())
                                    .isPresent();
            if (mayHave) {
                marks.read(path.value());
            }
        }
        return marks;
    }

    /// The files and functions that say that they implement a criterion, sorted.
    List<String> of(CriterionRef criterion) {
        return List.copyOf(parts.getOrDefault(criterion, Set.of()));
    }

    /// All files and functions that implement any criterion.
    Set<String> all() {
        var all = new TreeSet<String>();
        parts.values().forEach(all::addAll);
        return all;
    }

    private void read(String path) {
        Optional<SourceFunctions> file = book.functions(path);
        if (file.isEmpty()) {
            return;
        }
        SourceCode code = file.get().code();
        var seen = new HashSet<Token>();
        for (SourceFunction function : file.get().functions()) {
            var comments = new ArrayList<>(code.commentsAbove(function.from()));
            comments.addAll(code.commentsOf(function.from(), function.to()));
            for (Token comment : comments) {
                seen.add(comment);
                note(comment, function.key());
            }
        }
        for (int i = 0; i <= code.size(); i++) {
            for (Token comment : code.commentsBefore(i)) {
                if (!seen.contains(comment)) {
                    note(comment, path);
                }
            }
        }
    }

    private void note(Token comment, String part) {
        for (String line : comment.text().split("\n", -1)) {
            for (Mention mention : mentions(line)) {
                for (Meaning meaning : index.meanings(mention, Optional.empty())) {
                    if (meaning instanceof Meaning.Known known) {
                        parts.computeIfAbsent(known.criterion(), key -> new TreeSet<>()).add(part);
                    }
                }
            }
        }
    }

    private static List<Mention> mentions(String line) {
        var found =
                new ArrayList<>(
                        TracingMarks.in(
                                line, TracingMarks.Role.IMPLEMENTATION, at -> SourceSpan.start()));
        Matcher key = KEY_WORD.matcher(line);
        if (key.find()) {
            Matcher ref = REF.matcher(key.group(1));
            while (ref.find()) {
                Optional<CriterionRef> named = CriterionRef.parse(ref.group());
                found.add(
                        named.<Mention>map(it -> new Mention.Named(it, SourceSpan.start()))
                                .orElseGet(
                                        () -> new Mention.Bare(ref.group(), SourceSpan.start())));
            }
        }
        return found;
    }
}
