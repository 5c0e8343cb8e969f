package kiro.spec;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What headings mean, remembered: most specs have the same ones.
final class HeadingRoles {
    private static final int MOST = 5_000;

    private final Map<String, InFile> inFiles = new HashMap<>();
    private final Map<String, InFolder> inFolders = new HashMap<>();

    /// What a heading is in one of the two forms.
    sealed interface Meaning {
        /// Without the marks.
        String words();
    }

    record InFile(String words, Optional<SectionKind> kind, boolean isRemark) implements Meaning {}

    record InFolder(String words, RequirementOutline.Role role, boolean hasNumber)
            implements Meaning {}

    InFile inFile(String line) {
        InFile meaning = inFiles.get(line);
        if (meaning == null) {
            String words = HeadingWords.ofLine(line);
            Optional<SectionKind> kind = SectionKind.of(words);
            meaning = new InFile(words, kind, kind.isEmpty() && Outline.isRemark(words));
            keep(inFiles, line, meaning);
        }
        return meaning;
    }

    InFolder inFolder(String line) {
        InFolder meaning = inFolders.get(line);
        if (meaning == null) {
            String words = HeadingWords.ofLine(line);
            meaning =
                    new InFolder(
                            words,
                            RequirementOutline.role(words),
                            HeadingNumber.of(words).isPresent());
            keep(inFolders, line, meaning);
        }
        return meaning;
    }

    private static <T> void keep(Map<String, T> known, String line, T meaning) {
        if (known.size() < MOST) {
            known.put(line, meaning);
        }
    }
}
