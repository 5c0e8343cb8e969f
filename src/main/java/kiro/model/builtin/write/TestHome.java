package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;

/// Finds where the tests of an endpoint belong: beside its controller, or where a project has all its tests of whole
/// requests.
final class TestHome {
    private final SpringProject project;

    TestHome(SpringProject project) {
        this.project = project;
    }

    /// The type in whose package they belong.
    ProjectType of(Place place) {
        ProjectType controller = place.controller().type();
        Optional<ProjectType> sample = project.tests().sample();
        if (sample.isEmpty()) {
            return controller;
        }
        String home = sample.get().packageName();
        boolean isOfLayers =
                project.controllers().stream()
                        .noneMatch(one -> one.type().packageName().equals(home));
        boolean isVisible =
                List.of(place.storage().owner(), place.resource().type()).stream()
                        .allMatch(type ->
                                type.type().is("public") || type.packageName().equals(home));
        boolean areElsewhere =
                wholeTests().stream().anyMatch(type -> !type.packageName().equals(home));
        return isOfLayers && isVisible && !areElsewhere
                ? project.sources().types().stream()
                        .filter(type -> type.packageName().equals(home))
                        .findFirst()
                        .orElse(controller)
                : controller;
    }

    private List<ProjectType> wholeTests() {
        return project.sources().testTypes().stream()
                .filter(type ->
                        type.type().isAnnotated("SpringBootTest")
                                || project.tests()
                                        .base()
                                        .filter(base ->
                                                type.type().supertypes().contains(base.name()))
                                        .isPresent())
                .toList();
    }
}
