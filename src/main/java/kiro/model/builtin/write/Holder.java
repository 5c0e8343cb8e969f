package kiro.model.builtin.write;

import java.util.Optional;
import kiro.model.builtin.project.ProjectType;

/// The class that does the work: a service, or the controller itself.
///
/// @param field the controller's name for it; empty where it is the controller
/// @param port the interface by which the controller knows it, where there is one
record Holder(ProjectType type, Optional<String> field, Optional<ProjectType> port) {
    boolean isController() {
        return field.isEmpty();
    }
}
