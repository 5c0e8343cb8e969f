package kiro.persona;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kiro.finding.Finding;
import kiro.text.NearestNames;
import kiro.text.SourceSpan;
import kiro.workspace.Workspace;

/// The agents of a project, `.kiro/agents`, and of a person, `~/.kiro/agents`. Of two of one name the project's counts,
/// as in Kiro; it grants nothing.
public final class PersonaStore {
    private final List<Shelf> shelves;

    private PersonaStore(List<Shelf> shelves) {
        this.shelves = List.copyOf(shelves);
    }

    /// @param home the person's home folder
    public static PersonaStore of(Map<String, String> environment, Path home, Workspace workspace) {
        return new PersonaStore(Shelves.of("agents", environment, home, workspace));
    }

    /// What the files say.
    ///
    /// @param personas those that can be used, by name
    /// @param shadowed those of the person whose names the project has as well
    /// @param unusable files that have to be mended, by the names that they would have
    public record Reading(
            List<Persona> personas,
            List<Persona> shadowed,
            List<String> unusable,
            List<Finding> findings) {
        public Reading {
            personas = List.copyOf(personas);
            shadowed = List.copyOf(shadowed);
            unusable = List.copyOf(unusable);
            findings = List.copyOf(findings);
        }

        public Optional<Persona> find(String name) {
            return personas.stream()
                    .filter(persona -> persona.name().equals(name))
                    .findFirst()
                    .or(() ->
                            personas.stream().filter(persona -> persona.isNamed(name)).findFirst());
        }

        /// What is wrong with one file.
        public List<Finding> findings(String file) {
            return findings.stream().filter(finding -> finding.file().equals(file)).toList();
        }

        /// The names that a person may have meant.
        public List<String> near(String name) {
            return NearestNames.of(name, personas.stream().map(Persona::name).toList());
        }
    }

    public Reading read() {
        var personas = new LinkedHashMap<String, Persona>();
        var shadowed = new ArrayList<Persona>();
        var unusable = new TreeSet<String>();
        var findings = new ArrayList<Finding>();
        for (Shelf shelf : shelves) {
            for (Shelf.Found file : files(shelf)) {
                var reader = new PersonaReader(shelf, file);
                Optional<Persona> persona = reader.read();
                findings.addAll(reader.slips().findings());
                if (persona.isEmpty()) {
                    unusable.add(file.name().replaceFirst("\\.(md|json)$", ""));
                    continue;
                }
                Persona first = personas.putIfAbsent(persona.get().name(), persona.get());
                if (first != null) {
                    shadowed.add(persona.get());
                    findings.add(twice(persona.get(), first));
                }
            }
        }
        return new Reading(
                personas.values().stream()
                        .sorted((one, other) -> one.name().compareTo(other.name()))
                        .toList(),
                shadowed,
                List.copyOf(unusable),
                findings.stream().sorted(Finding.ORDER).toList());
    }

    /// A text beside a JSON file of the same name is its prompt or its description, and no agent of its own.
    private static List<Shelf.Found> files(Shelf shelf) {
        List<Shelf.Found> all = shelf.files(name -> name.endsWith(".json") || name.endsWith(".md"));
        Set<String> json = new TreeSet<>();
        all.stream()
                .map(Shelf.Found::name)
                .filter(name -> name.endsWith(".json"))
                .map(name -> name.replaceFirst("\\.json$", ".md"))
                .forEach(json::add);
        return all.stream().filter(found -> !json.contains(found.name())).toList();
    }

    private static Finding twice(Persona persona, Persona first) {
        return Finding.warning(
                "agents/twice",
                persona.file(),
                SourceSpan.start(),
                "the agent '%s' is in %s too, which counts".formatted(persona.name(), first.file()),
                "rename one of them");
    }
}
