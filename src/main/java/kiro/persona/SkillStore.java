package kiro.persona;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.text.PathGlob;
import kiro.text.SourceSpan;
import kiro.workspace.Workspace;

/// The skills of a project, `.kiro/skills/NAME/SKILL.md`, and of a person, below `~/.kiro/skills`. Of two of one name
/// the project's counts, as in Kiro.
public final class SkillStore {
    private static final int MOST_SKILLS = 100;

    private final List<Shelf> shelves;

    private SkillStore(List<Shelf> shelves) {
        this.shelves = List.copyOf(shelves);
    }

    /// @param home the person's home folder
    public static SkillStore of(Map<String, String> environment, Path home, Workspace workspace) {
        return new SkillStore(Shelves.of("skills", environment, home, workspace));
    }

    /// @param skills by name
    public record Reading(List<Skill> skills, List<Finding> findings) {
        public Reading {
            skills = List.copyOf(skills);
            findings = List.copyOf(findings);
        }

        public Optional<Skill> find(String name) {
            return skills.stream().filter(skill -> skill.name().equals(name)).findFirst();
        }

        /// Those that an agent's file names; all where it names none.
        public List<Skill> of(Persona persona) {
            List<String> named = persona.resources().skills();
            return named.isEmpty()
                    ? skills
                    : skills.stream().filter(skill -> isNamed(skill, named)).toList();
        }

        private static boolean isNamed(Skill skill, List<String> patterns) {
            String file = skill.folder() + "/" + Skill.FILE;
            return patterns.stream()
                    .map(pattern -> pattern.replaceFirst("^(\\./)+", ""))
                    .flatMap(pattern -> PathGlob.parse(pattern).stream())
                    .anyMatch(glob -> glob.matches(file));
        }
    }

    public Reading read() {
        var skills = new LinkedHashMap<String, Skill>();
        var findings = new ArrayList<Finding>();
        for (Shelf shelf : shelves) {
            for (Shelf.Found file : shelf.files(name -> name.matches("[^/]+/" + Skill.FILE))) {
                var reader = new SkillReader(shelf, file);
                reader.read().ifPresent(skill -> add(skill, file.label(), skills, findings));
                findings.addAll(reader.findings());
            }
        }
        return new Reading(
                skills.values().stream()
                        .sorted((one, other) -> one.name().compareTo(other.name()))
                        .toList(),
                findings.stream().sorted(Finding.ORDER).toList());
    }

    private static void add(
            Skill skill, String file, Map<String, Skill> skills, List<Finding> findings) {
        Skill first = skills.get(skill.name());
        if (first != null) {
            findings.add(
                    Finding.warning(
                            "skills/twice",
                            file,
                            SourceSpan.start(),
                            "the skill '%s' is in %s too, which counts"
                                    .formatted(skill.name(), first.folder()),
                            "rename one of them"));
        } else if (skills.size() == MOST_SKILLS) {
            findings.add(
                    Finding.warning(
                            "skills/too-many",
                            file,
                            SourceSpan.start(),
                            "there are %d skills already: this one is not known to the model"
                                    .formatted(MOST_SKILLS),
                            "remove what nobody uses"));
        } else {
            skills.put(skill.name(), skill);
        }
    }
}
