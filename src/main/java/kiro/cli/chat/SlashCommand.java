package kiro.cli.chat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kiro.text.NearestNames;

/// What a person can ask of kiro itself in a conversation.
public enum SlashCommand {
    HELP("", "what can be typed here"),
    PLAN("WORDS", "plan a task, ask for it and carry it out, as 'kiro agent' does"),
    SPEC("[NAME]", "tell the model a spec, which a plan then proves; without a name, list them"),
    IMAGE("PATH", "show the model a picture with the next message"),
    CONTEXT("", "what the model has been told, and what it took so far"),
    MEMORY("", "what this conversation was told of the project's memory, and why"),
    MODEL("[NAME]", "go on with another model; without a name, say which it is"),
    DIFF("", "what this conversation has changed"),
    UNDO("", "take back what was changed since the last message but one"),
    CLEAR("", "begin a new conversation"),
    RESUME("[ID]", "go on with another conversation: the newest before this one, or the one named"),
    QUIT("", "end the conversation");

    public static final String SIGN = "/";

    private final String argument;
    private final String meaning;

    SlashCommand(String argument, String meaning) {
        this.argument = argument;
        this.meaning = meaning;
    }

    /// A line that was typed as a command.
    public sealed interface Typed {
        /// @param rest what stands behind its name
        record Known(SlashCommand command, String rest) implements Typed {}

        record Unknown(String name, Optional<String> nearest) implements Typed {}
    }

    public static Typed parse(String line) {
        String text = line.strip().substring(SIGN.length());
        int space = text.indexOf(' ');
        String name = (space < 0 ? text : text.substring(0, space)).toLowerCase(Locale.ROOT);
        String rest = space < 0 ? "" : text.substring(space + 1).strip();
        if (name.equals("exit")) {
            return new Typed.Known(QUIT, rest);
        }
        return Arrays.stream(values())
                .filter(command -> command.word().equals(name))
                .findFirst()
                .<Typed>map(command -> new Typed.Known(command, rest))
                .orElseGet(() -> new Typed.Unknown(name, nearest(name)));
    }

    private static Optional<String> nearest(String name) {
        return NearestNames.of(name, words()).stream().findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(SlashCommand::word).toList();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// How it is typed, such as `/model [NAME]`.
    public String usage() {
        return SIGN + word() + (argument.isEmpty() ? "" : " " + argument);
    }

    public String meaning() {
        return meaning;
    }
}
