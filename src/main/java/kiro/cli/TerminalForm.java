package kiro.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kiro.tool.Form;
import kiro.tool.Form.Field;
import kiro.tool.Form.Kind;
import kiro.tool.FormAnswer;

/// Puts the questions of a tool to the person at the terminal. They see who asks before they tell anything, and
/// nothing is told that they have not typed or agreed to.
final class TerminalForm {
    private final Console console;

    TerminalForm(Console console) {
        this.console = console;
    }

    FormAnswer ask(Form form) throws InterruptedException {
        console.print();
        console.print(console.styled(Style.BOLD, form.from() + " asks: ") + form.message());
        if (form.page().isPresent()) {
            console.print("    it wants you to open " + form.page().get());
            return switch (answer("open it yourself, then: [y]es it is done, [n]o")) {
                case "y", "yes" -> new FormAnswer.Given(Map.of());
                case "n", "no" -> new FormAnswer.Declined();
                default -> new FormAnswer.Cancelled();
            };
        }
        return switch (answer("[a]nswer, [d]ecline")) {
            case "a", "answer" -> fields(form);
            case "d", "decline" -> new FormAnswer.Declined();
            default -> new FormAnswer.Cancelled();
        };
    }

    private FormAnswer fields(Form form) throws InterruptedException {
        var values = new LinkedHashMap<String, String>();
        for (Field field : form.fields()) {
            Optional<String> value = field(field);
            if (value.isEmpty()) {
                return new FormAnswer.Cancelled();
            }
            if (!value.get().isEmpty()) {
                values.put(field.name(), value.get());
            }
        }
        values.forEach((name, value) -> console.print("    " + name + ": " + value));
        return switch (answer("send this: [y]es, [n]o")) {
            case "y", "yes" -> new FormAnswer.Given(values);
            default -> new FormAnswer.Declined();
        };
    }

    /// An answer; empty text where the field is left open, empty where the person has gone away.
    private Optional<String> field(Field field) throws InterruptedException {
        String hint = hint(field);
        while (true) {
            Optional<String> typed =
                    console.ask("    %s%s > ".formatted(field.title(), hint)).map(String::strip);
            if (typed.isEmpty()) {
                return Optional.empty();
            }
            String value =
                    typed.get().isEmpty() ? field.usual().orElse("") : value(field, typed.get());
            boolean isLeftOpen = value.isEmpty() && !field.isRequired();
            if (isLeftOpen || field.fits(value)) {
                return Optional.of(value);
            }
            console.print(
                    "    that is no answer to it"
                            + (field.isRequired() ? ", and it needs one" : ""));
        }
    }

    private static String value(Field field, String typed) {
        if (field.kind() != Kind.YES_OR_NO) {
            return typed;
        }
        return switch (typed.toLowerCase(Locale.ROOT)) {
            case "y", "yes", "true" -> "true";
            case "n", "no", "false" -> "false";
            default -> typed;
        };
    }

    private static String hint(Field field) {
        var hints = new ArrayList<String>();
        if (!field.description().isBlank()) {
            hints.add(field.description());
        }
        hints.addAll(
                switch (field.kind()) {
                    case TEXT -> List.of();
                    case NUMBER -> List.of("a number");
                    case WHOLE_NUMBER -> List.of("a whole number");
                    case YES_OR_NO -> List.of("yes or no");
                    case ONE -> List.of("one of " + String.join(", ", field.choices()));
                    case SOME -> List.of("any of " + String.join(", ", field.choices()));
                });
        field.usual().ifPresent(usual -> hints.add("if left open, " + usual));
        if (!field.isRequired()) {
            hints.add("may be left open");
        }
        return hints.isEmpty() ? "" : " (" + String.join("; ", hints) + ")";
    }

    private String answer(String question) throws InterruptedException {
        return console.ask(console.styled(Style.BOLD, question + " ") + "> ")
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }
}
