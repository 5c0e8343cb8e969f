package kiro.model;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is known of the models on Bedrock without asking; read from a resource, because it changes more often than code.
final class BedrockDefaults {
    private static final Pattern SPACE = Pattern.compile(" ");

    private final ModelTable table;

    private BedrockDefaults(ModelTable table) {
        this.table = table;
    }

    static BedrockDefaults read() {
        return new BedrockDefaults(ModelTable.read("bedrock.properties"));
    }

    /// A model to name as an example.
    String example() {
        return table.value("example", "");
    }

    /// @param base the id of the model itself; empty where it is not known
    BedrockTraits traits(Optional<String> base) {
        String id = base.orElse("");
        return new BedrockTraits(
                base.map(known -> known.substring(0, known.indexOf('.'))).orElse("unknown"),
                abilities(table.value("abilities", id)),
                BedrockTraits.Reasoning.valueOf(
                        table.value("reasoning", id).toUpperCase(Locale.ROOT)),
                table.number("window", id),
                table.number("max-output", id));
    }

    private static Set<BedrockTraits.Ability> abilities(String text) {
        return SPACE.splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .map(word ->
                        BedrockTraits.Ability.valueOf(
                                word.toUpperCase(Locale.ROOT).replace('-', '_')))
                .collect(Collectors.toSet());
    }
}
