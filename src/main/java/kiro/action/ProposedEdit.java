package kiro.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// A stretch of a file that a model would have otherwise.
///
/// @param file from the workspace's root
/// @param old as it stands there, once
record ProposedEdit(String file, String old, String now) {
    /// By which an error is made silent instead of mended, or a test kept from saying so.
    private static final Pattern SILENCING =
            Pattern.compile(
                    "@SuppressWarnings|@ts-(?:ignore|nocheck|expect-error)|eslint-disable|#\\s*(?:type:\\s*ignore|noqa|pyright:\\s*ignore|pylint:)"
                            + "|//\\s*nolint|#!?\\[allow\\(|\\bas any\\b|:\\s*any\\b|@Disabled|@Ignore|\\[secret\\]");

    /// What came of laying edits on texts.
    sealed interface Laid {
        /// @param texts those that differ now, by their files
        record Whole(SequencedMap<String, String> texts) implements Laid {}

        record Wrong(String problem) implements Laid {}
    }

    /// @param texts the files that may be changed
    static Laid lay(List<ProposedEdit> edits, Map<String, String> texts) {
        var changed = new LinkedHashMap<String, String>();
        for (ProposedEdit edit : edits) {
            String text = changed.getOrDefault(edit.file(), texts.getOrDefault(edit.file(), ""));
            Optional<String> problem = edit.problem(texts.containsKey(edit.file()), text);
            if (problem.isPresent()) {
                return new Laid.Wrong(problem.get());
            }
            int at = text.indexOf(edit.old());
            changed.put(
                    edit.file(),
                    text.substring(0, at) + edit.now() + text.substring(at + edit.old().length()));
        }
        return new Laid.Whole(changed);
    }

    private Optional<String> problem(boolean isKnown, String text) {
        if (!isKnown) {
            return Optional.of("%s is none of the files that may be changed".formatted(file));
        }
        if (old.isBlank() || old.equals(now)) {
            return Optional.of("an edit of %s changes nothing".formatted(file));
        }
        int at = text.indexOf(old);
        if (at < 0 || text.indexOf(old, at + 1) >= 0) {
            return Optional.of(
                    "the old text of an edit of %s stands there %s: give a longer stretch, to the letter"
                            .formatted(file, at < 0 ? "nowhere" : "more than once"));
        }
        if (SILENCING.matcher(now).results().count() > SILENCING.matcher(old).results().count()) {
            return Optional.of("an edit of %s silences what is to be mended".formatted(file));
        }
        return Optional.empty();
    }
}
