package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;

/// A resource that a service makes, where tests cannot reach the storage.
///
/// @param upkeep tells what the test class can name and call
record MadeStock(
        SpringProject project, Place place, TestCode code, Upkeep upkeep, String packageName) {
    Optional<Given> made(Optional<TestUser> user) {
        Optional<MakerMethod> maker =
                MakerMethod.of(place, project.caller(), packageName)
                        .filter(one -> upkeep.isVisible(place.resource().type()))
                        .filter(one -> one.caller().isEmpty() || user.isPresent())
                        .filter(one -> place.owner().isEmpty() || one.caller().isPresent());
        if (maker.isEmpty()) {
            return Optional.empty();
        }
        ProjectType service = maker.get().owner();
        String bean = Names.lower(service.name());
        Optional<String> callerId =
                maker.get().caller().isEmpty()
                        ? Optional.of("")
                        : user.flatMap(whose -> id(whose, maker.get().caller().get().type()));
        Optional<MakerMethod.Making> call =
                callerId.flatMap(id ->
                        maker.get()
                                .call(bean, id, new TestObjects(project.sources(), code.imports)));
        if (call.isEmpty()) {
            return Optional.empty();
        }
        code.bean(bean, service.name(), service.qualifiedName());
        code.imports.add(place.resource().type().qualifiedName());
        upkeep.dirty(false);
        String variable = Names.ofType(place.resource().name());
        return Optional.of(
                new Given(
                        List.of(
                                "%s %s = %s;"
                                        .formatted(
                                                place.resource().name(),
                                                variable,
                                                call.get().expression())),
                        variable + new IdTexts(project, place).read(),
                        call.get().values()));
    }

    /// The id of a user who is there.
    private Optional<String> id(TestUser user, String type) {
        PreparedStock.there(project, user, code);
        return user.idAs(type, code.imports);
    }
}
