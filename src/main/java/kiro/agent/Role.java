package kiro.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.model.TaggedText;

/// The part that an agent plays, as a file describes it.
///
/// @param agent empty where it plays none but its own
/// @param skills what it can read up on, one a line; may be empty
/// @param material texts of files that it has before it from the beginning
public record Role(Optional<Named> agent, List<String> skills, List<Material> material) {
    public static final Role OWN = new Role(Optional.empty(), List.of(), List.of());

    public Role {
        skills = List.copyOf(skills);
        material = List.copyOf(material);
    }

    /// @param file as messages name it
    /// @param prompt what it is told of its part
    public record Named(String name, String file, String prompt) {}

    /// @param path as the model may name it
    public record Material(String path, String text) {}

    /// The same, with what hooks say at the beginning.
    Role told(String words) {
        var more = new ArrayList<>(material);
        more.add(new Material("hooks", words));
        return new Role(agent, skills, more);
    }

    /// The system prompt with this part in it. It is the same in every request of a run.
    String in(String system, PromptTexts texts) {
        var text = new StringBuilder(system);
        agent.ifPresent(named ->
                text.append("\n\n")
                        .append(texts.text("role.md"))
                        .append("\n\n")
                        .append(TaggedText.of("agent", names(named), named.prompt()).render()));
        if (!skills.isEmpty()) {
            text.append("\n\n")
                    .append(texts.text("skills.md"))
                    .append("\n\n")
                    .append(TaggedText.of("skills", String.join("\n", skills)).render());
        }
        return text.toString().strip();
    }

    private static Map<String, String> names(Named named) {
        return Map.of("name", named.name());
    }

    /// What is said before the first message.
    Optional<String> beginning() {
        return material.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        String.join(
                                "",
                                material.stream()
                                        .map(each ->
                                                TaggedText.of(
                                                                "resource",
                                                                Map.of("path", each.path()),
                                                                each.text())
                                                        .render())
                                        .toList()));
    }
}
