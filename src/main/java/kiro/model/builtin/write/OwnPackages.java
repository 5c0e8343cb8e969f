package kiro.model.builtin.write;

import kiro.model.builtin.project.Controller;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;

/// Knows the packages that belong to one feature alone, which hold a controller of it.
final class OwnPackages {
    private final SpringProject project;

    OwnPackages(SpringProject project) {
        this.project = project;
    }

    /// Whether types beside this one are another feature's than the controller's: it lies with another controller, or in
    /// a package below.
    boolean isOfOther(ProjectType type, Controller controller) {
        String own = controller.type().packageName();
        return project.controllers().stream()
                .map(one -> one.type().packageName())
                .filter(one -> isWithin(type.packageName(), one))
                .anyMatch(one -> !isWithin(own, one) && !isWithin(one, own));
    }

    private static boolean isWithin(String name, String parent) {
        return name.equals(parent) || name.startsWith(parent + ".");
    }
}
