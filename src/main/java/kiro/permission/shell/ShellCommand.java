package kiro.permission.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One command of a shell line.
///
/// @param words the program and its arguments
/// @param read the files that its input comes from
/// @param written the files that its output is led into
/// @param input the text that its input is, where the line holds it
public record ShellCommand(
        List<ShellWord> words,
        List<ShellWord> read,
        List<ShellWord> written,
        Optional<String> input) {
    public ShellCommand {
        words = List.copyOf(words);
        read = List.copyOf(read);
        written = List.copyOf(written);
    }

    ShellCommand withWords(List<ShellWord> others) {
        return new ShellCommand(others, read, written, input);
    }

    /// The same command with the paths that lie in a folder written from there.
    public ShellCommand seenFrom(String folder) {
        return new ShellCommand(
                words.stream().map(word -> word.seenFrom(folder)).toList(),
                read.stream().map(word -> word.seenFrom(folder)).toList(),
                written.stream().map(word -> word.seenFrom(folder)).toList(),
                input);
    }

    /// The same command with the relative paths that it may name written from the folder above the one that it runs in.
    public ShellCommand movedInto(String folder) {
        List<ShellWord> moved =
                words.isEmpty()
                        ? List.of()
                        : Stream.concat(
                                        words.stream().limit(1),
                                        arguments().stream().map(word -> word.movedInto(folder)))
                                .toList();
        return new ShellCommand(
                moved,
                read.stream().map(word -> word.movedInto(folder)).toList(),
                written.stream().map(word -> word.movedInto(folder)).toList(),
                input);
    }

    /// The program's name without its folder; empty where there is none.
    public String program() {
        String first = words.isEmpty() ? "" : words.getFirst().text();
        return first.substring(first.lastIndexOf('/') + 1);
    }

    public List<ShellWord> arguments() {
        return words.isEmpty() ? List.of() : words.subList(1, words.size());
    }

    /// The texts of the arguments.
    public List<String> texts() {
        return arguments().stream().map(ShellWord::text).toList();
    }

    /// The arguments that are no options.
    public List<ShellWord> operands() {
        return arguments().stream().filter(word -> !word.text().startsWith("-")).toList();
    }

    /// The words with single spaces between them, as rules are matched against; without redirections.
    public String text() {
        return words.stream().map(ShellWord::text).collect(Collectors.joining(" "));
    }
}
