package kiro.steering.rule;

import java.util.List;
import java.util.Optional;

/// What a rule asks of a project.
public sealed interface Demand {
    /// Nobody uses it.
    record Forbid(Subject subject) implements Demand {}

    /// Only this part uses it.
    record OnlyIn(Subject subject, Part part) implements Demand {}

    /// Files of a part do not import those of another, nor what bears its name outside of the project.
    ///
    /// @param forbidden none of these
    record NoImport(Part part, List<Part> forbidden) implements Demand {
        public NoImport {
            forbidden = List.copyOf(forbidden);
        }
    }

    /// Files of a part import of the project only themselves and these.
    record ImportOnly(Part part, List<Part> allowed) implements Demand {
        public ImportOnly {
            allowed = List.copyOf(allowed);
        }
    }

    /// Of the project, only files of these parts, and of the part itself, import files of the part.
    record ImportedOnlyBy(Part part, List<Part> importers) implements Demand {
        public ImportedOnlyBy {
            importers = List.copyOf(importers);
        }
    }

    /// Layers from the top to the ground: none imports one above it.
    record Layers(List<Part> fromTop) implements Demand {
        public Layers {
            fromTop = List.copyOf(fromTop);
        }
    }

    /// No files, or no packages where `ofPackages`, import each other in a circle.
    record NoCycle(Optional<Part> part, boolean ofPackages) implements Demand {}

    /// Every declaration of a kind has a quality.
    record Every(Declared every, Quality has) implements Demand {}

    /// No declaration of a kind has it.
    record None(Declared every, Quality has) implements Demand {}

    /// Names of declarations, or of files where the declared is the file, follow a pattern.
    record Named(Declared every, NamePattern pattern) implements Demand {}

    /// Files of a part lie in one of these places.
    record Placed(Part part, List<Part> places) implements Demand {
        public Placed {
            places = List.copyOf(places);
        }
    }

    /// Where one is used in a function, so is the other: `open` and `close`, `lock` and `unlock`.
    record Paired(Subject.Name first, Subject.Name second) implements Demand {}

    /// The project does not depend on packages of these names, or, where `isAllowList`, on no others; manifests of Maven,
    /// Gradle, npm, pip, Go and Cargo. A name may end with `*`.
    record Dependencies(List<String> names, boolean isAllowList) implements Demand {
        public Dependencies {
            names = List.copyOf(names);
        }
    }

    /// Values of these names, such as `password` and `ssn`, do not come into a log call.
    record NotLogged(List<String> fields) implements Demand {
        public NotLogged {
            fields = List.copyOf(fields);
        }
    }

    /// The measured coverage of the part, or of all, is at least this.
    ///
    /// @param ofBranches of lines otherwise
    /// @param ofChanges of the files of the change at hand alone
    record Coverage(int percent, boolean ofBranches, boolean ofChanges, Optional<Part> part)
            implements Demand {}

    /// Resources of infrastructure, wherever they are described, are as this says.
    record Infrastructure(ResourceDemand demand) implements Demand {}
}
