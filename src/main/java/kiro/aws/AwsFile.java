package kiro.aws;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.text.SmallFile;

/// A file of AWS's own form: sections in brackets, settings as `name = value`, settings of a setting indented below it.
final class AwsFile {
    private static final Pattern SECTION = Pattern.compile("\\[([^]]*)]\\s*([#;].*)?");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern REMARK = Pattern.compile("\\s[#;].*$");

    private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    private String section = "";
    private String key = "";

    private AwsFile() {}

    /// What came of reading a file.
    sealed interface Reading {
        /// @param sections by what stands in their brackets, with one space between words and no quotation marks
        record Whole(Map<String, Map<String, String>> sections) implements Reading {}

        record Broken(String message) implements Reading {}
    }

    /// A file that is not there has no sections.
    static Reading read(Path file, String shown) {
        try {
            return new AwsFile().read(SmallFile.read(file), shown);
        } catch (NoSuchFileException none) {
            return new Reading.Whole(Map.of());
        } catch (CharacterCodingException notText) {
            return new Reading.Broken(shown + " is not UTF-8");
        } catch (IOException unreadable) {
            return new Reading.Broken(shown + " cannot be read: " + unreadable.getMessage());
        }
    }

    private Reading read(String text, String shown) {
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            boolean isRemark = line.isBlank() || line.startsWith("#") || line.startsWith(";");
            if (!isRemark && !line(line)) {
                return new Reading.Broken(
                        "%s:%d is neither a section nor a setting".formatted(shown, number));
            }
        }
        return new Reading.Whole(sections);
    }

    private boolean line(String line) {
        Matcher begins = SECTION.matcher(line.strip());
        if (begins.matches()) {
            section = SPACES.matcher(begins.group(1).strip()).replaceAll(" ").replace("\"", "");
            sections.computeIfAbsent(section, _ -> new LinkedHashMap<>());
            key = "";
            return true;
        }
        if (Character.isWhitespace(line.charAt(0)) && !key.isEmpty()) {
            settings().merge(key, line.strip(), (before, more) -> before + "\n" + more);
            return true;
        }
        int equals = line.indexOf('=');
        if (equals < 1 || section.isEmpty()) {
            return false;
        }
        key = line.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        settings().put(key, REMARK.matcher(line.substring(equals + 1)).replaceFirst("").strip());
        return true;
    }

    private Map<String, String> settings() {
        return sections.computeIfAbsent(section, _ -> new LinkedHashMap<>());
    }
}
