package kiro.permission;

import java.util.List;

/// One command of a shell line.
///
/// @param words the program and its arguments
/// @param read the files that its input comes from
/// @param written the files that its output is led into
record ShellCommand(List<ShellWord> words, List<ShellWord> read, List<ShellWord> written) {
    ShellCommand {
        words = List.copyOf(words);
        read = List.copyOf(read);
        written = List.copyOf(written);
    }

    ShellCommand withWords(List<ShellWord> others) {
        return new ShellCommand(others, read, written);
    }

    /// The same command with the paths that lie in a folder written from there.
    ShellCommand seenFrom(String folder) {
        return new ShellCommand(
                words.stream().map(word -> word.seenFrom(folder)).toList(),
                read.stream().map(word -> word.seenFrom(folder)).toList(),
                written.stream().map(word -> word.seenFrom(folder)).toList());
    }

    /// The program's name without its folder; empty where there is none.
    String program() {
        String first = words.isEmpty() ? "" : words.getFirst().text();
        return first.substring(first.lastIndexOf('/') + 1);
    }

    List<ShellWord> arguments() {
        return words.isEmpty() ? List.of() : words.subList(1, words.size());
    }

    /// The texts of the arguments.
    List<String> texts() {
        return arguments().stream().map(ShellWord::text).toList();
    }

    /// The arguments that are no options.
    List<ShellWord> operands() {
        return arguments().stream().filter(word -> !word.text().startsWith("-")).toList();
    }
}
