package kiro.model.builtin.store;

import java.util.Optional;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Property;

/// Writes methods of a store that works on entities through an `EntityManager`.
final class EntityMethods implements StoreWriter {
    private final Backing.Entities entities;
    private final Drafts drafts;
    private final DomainType resource;
    private final Property key;

    EntityMethods(Drafts drafts, Backing.Entities entities) {
        this.drafts = drafts;
        this.entities = entities;
        this.resource = drafts.resource();
        this.key = drafts.key();
    }

    @Override
    public Optional<StoreMethod> method(Operation.Kind kind, String name) {
        return switch (kind) {
            case FIND -> Optional.of(find(name));
            case LIST -> Optional.of(list(name));
            case SAVE -> Optional.of(save(name));
            case UPDATE -> Optional.of(update(name));
            case DELETE_OBJECT -> Optional.of(delete(name));
            case DELETE, NEXT_ID -> Optional.empty();
        };
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

    private StoreMethod find(String name) {
        Drafted method = drafts.one(name);
        method.line(
                drafts.isKeyed()
                        ? "return Optional.ofNullable(%s.find(%s.class, %s));"
                                .formatted(entities.manager(), resource.name(), key.name())
                        : "return "
                                + query(where(key))
                                + parameter(key)
                                + "\n        .getResultStream()\n        .findFirst();");
        return method.done();
    }

    private StoreMethod list(String name) {
        Drafted method = drafts.all(name);
        String order = " order by one." + resource.ownId().orElseThrow().name();
        method.line("return " + query(order) + ".getResultList();");
        return method.done();
    }

    @Override
    public Optional<StoreMethod> listBy(String name, Property by) {
        Drafted method = drafts.allWith(name, by);
        method.line("return " + query(where(by)) + parameter(by) + "\n        .getResultList();");
        return Optional.of(method.done());
    }

    private StoreMethod save(String name) {
        if (!resource.hasGeneratedId()) {
            return update(name);
        }
        Drafted method = drafts.exchange(name);
        method.line("%s.persist(%s);".formatted(entities.manager(), drafts.object()));
        method.line("return " + drafts.object() + ";");
        return method.done();
    }

    private StoreMethod update(String name) {
        Drafted method = drafts.exchange(name);
        method.line("return %s.merge(%s);".formatted(entities.manager(), drafts.object()));
        return method.done();
    }

    private StoreMethod delete(String name) {
        Drafted method = drafts.taking(name);
        method.line("%s.remove(%s);".formatted(entities.manager(), drafts.object()));
        return method.done();
    }

    @Override
    public Optional<StoreMethod> exists(String name, Sought sought) {
        Property by = sought.by();
        Drafted method = drafts.test(name, sought);
        String test =
                sought.ignoresCase()
                        ? " where lower(one." + by.name() + ") = lower(:" + by.name() + ")"
                        : where(by);
        Property id = drafts.own();
        String other = sought.exceptOne() ? " and one." + id.name() + " <> :" + id.name() : "";
        method.line(
                "return !"
                        + query(test + other)
                        + parameter(by)
                        + (sought.exceptOne() ? parameter(id) : "")
                        + "\n        .getResultList()\n        .isEmpty();");
        return Optional.of(method.done());
    }
}
