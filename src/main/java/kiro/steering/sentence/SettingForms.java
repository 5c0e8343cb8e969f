package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.List;
import kiro.steering.rule.Demand;
import kiro.steering.rule.ResourceDemand;

/// Makes demands of sentences about what resources of infrastructure have switched on, in each of their formats.
final class SettingForms {
    private static final List<String> LINES =
            Lexicon.content("settings.txt")
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("//"))
                    .toList();

    private final Reading reading;

    SettingForms(Reading reading) {
        this.reading = reading;
    }

    List<Demand> demands() {
        return reading.form() == Form.RUNTIME ? runtimes() : settings();
    }

    /// None where a resource has no such setting: the sentence is then about something else.
    private List<Demand> settings() {
        String setting = texts("setting").getFirst();
        var demands = new ArrayList<Demand>();
        for (String kind : texts("configured")) {
            String head = kind + " " + setting + " = ";
            List<String> formats =
                    LINES.stream()
                            .filter(line -> line.startsWith(head))
                            .flatMap(line ->
                                    List.of(line.substring(head.length()).split(" \\| ")).stream())
                            .toList();
            if (formats.isEmpty()) {
                return List.of();
            }
            for (String format : formats) {
                String[] words = format.strip().split(" ");
                demands.add(property(words[0], words[1], List.of(words).subList(2, words.length)));
            }
        }
        return demands;
    }

    private List<Demand> runtimes() {
        List<String> runtimes = texts("runtimes");
        return runtimes.stream()
                        .allMatch(each ->
                                each.matches(
                                        "(?:nodejs|python|java|dotnet|provided|ruby|go)[\\w.]*"))
                ? List.of(
                        property("aws_lambda_function", "runtime", runtimes),
                        property("AWS::Lambda::Function", "Runtime", runtimes))
                : List.of();
    }

    private static Demand property(String type, String path, List<String> anyOf) {
        return new Demand.Infrastructure(new ResourceDemand.Property(type, path, anyOf));
    }

    private List<String> texts(String label) {
        return reading.all(label, Meaning.Texts.class).stream()
                .flatMap(some -> some.texts().stream())
                .toList();
    }
}
