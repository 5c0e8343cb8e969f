package kiro.permission;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/// The words of a text that can name what runs.
///
/// @param names of files, of programs that read files by themselves, and of modules
/// @param folders that a line goes into
record RunWords(List<String> names, List<String> folders) {
    /// Hangs on the name of a module of Python.
    static final String MODULE = "\0module";

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\"'`,;:=|&<>(){}\\[\\]]+");
    private static final Pattern INTERPRETERS =
            Pattern.compile(
                    "(.*/)?(\\.|source|(ba|da|z|k|fi)?sh|python[0-9.]*|node|deno|bun|ruby|perl|php|Rscript|lua)");
    private static final Pattern GOES_INTO =
            Pattern.compile("cd|pushd|-C|--prefix|--cwd|--dir|--directory");

    RunWords {
        names = List.copyOf(names);
        folders = List.copyOf(folders);
    }

    /// A plain word, which may as well name what a line writes, is a name behind an interpreter alone.
    static RunWords of(String text) {
        var names = new LinkedHashSet<String>();
        var folders = new LinkedHashSet<String>();
        boolean isRun = false;
        String before = "";
        for (String word : BETWEEN_WORDS.split(text)) {
            boolean isPath = word.indexOf('/') >= 0 || word.indexOf('.') > 0;
            if (before.equals("-m")) {
                names.add(word + MODULE);
            }
            if (isPath || isRun || !BuildPrograms.read(word).isEmpty()) {
                names.add(word);
            }
            if (GOES_INTO.matcher(before).matches()) {
                folders.add(word);
            }
            isRun = (isRun && word.startsWith("-")) || INTERPRETERS.matcher(word).matches();
            before = word;
        }
        names.remove("");
        return new RunWords(List.copyOf(names), List.copyOf(folders));
    }
}
