package kiro.model.builtin.store;

import java.util.Optional;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Sources;
import kiro.model.builtin.project.Storage;

/// Writes methods of a store that works on entities through an `EntityManager`.
final class EntityMethods {
    private final Backing.Entities entities;
    private final DomainType resource;
    private final Property key;
    private final Optional<ProjectType> port;
    private final Sources sources;

    EntityMethods(Sources sources, Storage storage, Backing.Entities entities) {
        this.sources = sources;
        this.entities = entities;
        this.resource = storage.resource();
        this.key = resource.id().orElseThrow();
        this.port =
                storage.owner().qualifiedName().equals(entities.in().qualifiedName())
                        ? Optional.empty()
                        : Optional.of(storage.owner());
    }

    private Drafted draft(
            String returned, String name, String parameters, Operation.Result result) {
        return new Drafted(entities.in(), port, returned, name, parameters, result)
                .in(sources, resource.type().file());
    }

    private boolean isKeyed() {
        return key.equals(resource.ownId().orElseThrow());
    }

    private String query(String rest) {
        return "%s.createQuery(\"select one from %s one%s\", %s.class)"
                .formatted(entities.manager(), resource.name(), rest, resource.name());
    }

    private static String where(Property by) {
        return " where one." + by.name() + " = :" + by.name();
    }

    private static String parameter(Property by) {
        return "\n        .setParameter(\"" + by.name() + "\", " + by.name() + ")";
    }

    StoreMethod find(String name) {
        Drafted method =
                draft(
                        "Optional<" + resource.name() + ">",
                        name,
                        key.type() + " " + key.name(),
                        Operation.Result.OPTIONAL);
        method.line(
                isKeyed()
                        ? "return Optional.ofNullable(%s.find(%s.class, %s));"
                                .formatted(entities.manager(), resource.name(), key.name())
                        : "return "
                                + query(where(key))
                                + parameter(key)
                                + "\n        .getResultStream()\n        .findFirst();");
        return method.done();
    }

    StoreMethod list(String name) {
        Drafted method =
                draft("List<" + resource.name() + ">", name, "", Operation.Result.COLLECTION);
        String order = " order by one." + resource.ownId().orElseThrow().name();
        method.line("return " + query(order) + ".getResultList();");
        return method.done();
    }

    StoreMethod listBy(String name, Property by) {
        Drafted method =
                draft(
                        "List<" + resource.name() + ">",
                        name,
                        by.type() + " " + by.name(),
                        Operation.Result.COLLECTION);
        method.line("return " + query(where(by)) + parameter(by) + "\n        .getResultList();");
        return method.done();
    }

    StoreMethod save(String name) {
        String object = Words.lower(resource.name());
        Drafted method =
                draft(
                        resource.name(),
                        name,
                        resource.name() + " " + object,
                        Operation.Result.OBJECT);
        if (resource.hasGeneratedId()) {
            method.line("%s.persist(%s);".formatted(entities.manager(), object));
            method.line("return " + object + ";");
        } else {
            method.line("return %s.merge(%s);".formatted(entities.manager(), object));
        }
        return method.done();
    }

    StoreMethod delete(String name) {
        String object = Words.lower(resource.name());
        Drafted method =
                draft("void", name, resource.name() + " " + object, Operation.Result.NOTHING);
        method.line("%s.remove(%s);".formatted(entities.manager(), object));
        return method.done();
    }

    StoreMethod update(String name) {
        String object = Words.lower(resource.name());
        Drafted method =
                draft(
                        resource.name(),
                        name,
                        resource.name() + " " + object,
                        Operation.Result.OBJECT);
        method.line("return %s.merge(%s);".formatted(entities.manager(), object));
        return method.done();
    }

    StoreMethod exists(String name, Property by, boolean ignoresCase) {
        Drafted method =
                draft("boolean", name, by.type() + " " + by.name(), Operation.Result.OBJECT);
        String test =
                ignoresCase
                        ? " where lower(one." + by.name() + ") = lower(:" + by.name() + ")"
                        : where(by);
        method.line(
                "return !"
                        + query(test)
                        + parameter(by)
                        + "\n        .getResultList()\n        .isEmpty();");
        return method.done();
    }
}
