package kiro.action.dependency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kiro.code.Grammar;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;

/// Finds the places of a project that use what is different in a library.
final class UseFinder {
    private static final int LEAST_NAME = 4;
    private static final Set<String> IMPORTS =
            Set.of(
                    "import_declaration",
                    "import_statement",
                    "import_from_statement",
                    "import_spec",
                    "use_declaration",
                    "package_declaration");
    private static final Set<String> TYPES =
            Set.of(
                    "class_declaration",
                    "class_definition",
                    "enum_declaration",
                    "record_declaration",
                    "interface_declaration",
                    "abstract_class_declaration");

    private final PublicApi api;
    private final Set<String> places;
    private final Map<String, List<ApiChange>> byName = new HashMap<>();
    private final Map<String, List<ApiChange>> byPath = new HashMap<>();

    /// @param api as it was before the changes
    /// @param places of the library, which may be guessed where its interface is not known
    UseFinder(PublicApi api, Set<String> places, Collection<ApiChange> changes) {
        this.api = api;
        this.places = places;
        for (ApiChange each : changes) {
            Declaration gone = each.declaration();
            byName.computeIfAbsent(gone.name(), _ -> new ArrayList<>()).add(each);
            byPath.computeIfAbsent(gone.place() + "." + gone.path(), _ -> new ArrayList<>())
                    .add(each);
        }
    }

    /// What one file has to do with the library.
    ///
    /// @param imports the lines that import it
    record Found(TreeSet<Integer> imports, List<Use> uses) {}

    Found in(SourceFile file) {
        var names = new ImportedNames(file, api, places);
        var resolver = new Resolver(file, api, names);
        var uses = new TreeSet<>(Use.ORDER);
        var imports = new TreeSet<Integer>();
        for (ImportedNames.Place each : names.found()) {
            imports.add(each.node().line());
            changes(each.target()).stream()
                    .filter(change -> change.whom() == ApiChange.Whom.USERS)
                    .filter(change ->
                            change.declaration().arity() < 0
                                    || change.kind() == ApiChange.Kind.GONE)
                    .forEach(change ->
                            uses.add(
                                    new Use(
                                            file.path(),
                                            each.node().line(),
                                            change,
                                            isOnlyOne(change))));
        }
        var interesting = new HashSet<>(byName.keySet());
        for (String local : names.locals()) {
            if (names.of(local).filter(target -> !changes(target).isEmpty()).isPresent()) {
                interesting.add(local);
            }
        }
        file.root()
                .below(
                        NameNodes.NAMES,
                        node -> {
                            if (interesting.contains(node.text())
                                    && node.above(IMPORTS).isEmpty()) {
                                look(file, node, names, resolver, imports.isEmpty(), uses);
                            }
                        });
        file.root().below(TYPES, node -> heirs(file, node, resolver, uses));
        return new Found(imports, List.copyOf(uses));
    }

    /// An import of a static method names all of its forms.
    private boolean isOnlyOne(ApiChange change) {
        Declaration gone = change.declaration();
        return api.named(gone.place(), gone.path()).size()
                == byPath.getOrDefault(gone.place() + "." + gone.path(), List.of()).stream()
                        .map(ApiChange::declaration)
                        .distinct()
                        .count();
    }

    private List<ApiChange> changes(Target target) {
        return byPath.getOrDefault(target.fullName(), List.of()).stream()
                .filter(each -> each.declaration().place().equals(target.place()))
                .toList();
    }

    private void look(
            SourceFile file,
            SyntaxNode node,
            ImportedNames names,
            Resolver resolver,
            boolean isForeign,
            Collection<Use> uses) {
        Optional<SyntaxNode> before = NameNodes.before(node);
        int arguments = NameNodes.arguments(node);
        if (before.isEmpty()) {
            bare(file, node, names, resolver, arguments, uses);
            return;
        }
        Optional<Target> owner = resolver.of(before.get());
        names.of(before.get().text())
                .map(each -> names.handedOn(each.member(node.text())))
                .ifPresent(each ->
                        changes(each)
                                .forEach(change -> add(file, node, change, arguments, true, uses)));
        if (owner.isPresent()) {
            for (Target each : lineage(owner.get())) {
                for (ApiChange change : changes(names.handedOn(each.member(node.text())))) {
                    add(file, node, change, arguments, true, uses);
                }
            }
            return;
        }
        if (isForeign || resolver.isOther(before.get()) || node.text().length() < LEAST_NAME) {
            return;
        }
        perhaps(file, node, names, arguments, uses);
    }

    /// Of several of one name the worst is enough to look there.
    private void perhaps(
            SourceFile file,
            SyntaxNode node,
            ImportedNames names,
            int arguments,
            Collection<Use> uses) {
        List<ApiChange> all = byName.getOrDefault(node.text(), List.of());
        for (ApiChange change :
                all.stream().sorted(Comparator.comparing(ApiChange::kind)).toList()) {
            Declaration gone = change.declaration();
            boolean isOfObjects =
                    !gone.owner().isEmpty()
                            && gone.fact("static").isEmpty()
                            && gone.kind() != Declaration.Kind.TYPE
                            && gone.kind() != Declaration.Kind.CONSTRUCTOR;
            boolean isCalled = arguments >= 0 || gone.kind() == Declaration.Kind.VALUE;
            if (isOfObjects && isCalled && isNear(gone, file, names)) {
                int known = uses.size();
                add(file, node, change, arguments, false, uses);
                if (uses.size() > known) {
                    return;
                }
            }
        }
    }

    /// Whether the file names the type whose member it would be, or one that inherits from it.
    private boolean isNear(Declaration member, SourceFile file, ImportedNames names) {
        String owner = member.place() + "." + member.owner();
        return names.found().stream()
                .map(ImportedNames.Place::target)
                .anyMatch(target ->
                        target.path().isEmpty()
                                ? target.place().equals(member.place())
                                        && file.language() != Grammar.JAVA
                                : api.lineage(target.fullName()).contains(owner));
    }

    private List<Target> lineage(Target target) {
        List<Target> all =
                api.lineage(target.fullName()).stream()
                        .flatMap(name -> api.type(name).stream())
                        .map(each -> new Target(each.place(), each.path()))
                        .toList();
        return all.isEmpty() ? List.of(target) : all;
    }

    private void bare(
            SourceFile file,
            SyntaxNode node,
            ImportedNames names,
            Resolver resolver,
            int arguments,
            Collection<Use> uses) {
        if (isDeclared(node)) {
            return;
        }
        Optional<Target> target = names.of(node.text());
        if (target.isPresent() && !resolver.isOther(node)) {
            changes(target.get()).forEach(change -> add(file, node, change, arguments, true, uses));
            if (isMade(node)) {
                Target constructor =
                        target.get().member(target.get().path().replaceFirst(".*\\.", ""));
                changes(constructor)
                        .forEach(change -> add(file, node, change, arguments, true, uses));
            }
            return;
        }
        // A call without anything before it may be one of what the class inherits.
        boolean isCall =
                node.parent()
                        .filter(each ->
                                each.is("method_invocation") && each.child("object").isEmpty())
                        .isPresent();
        if (isCall) {
            node.above(TYPES).stream()
                    .flatMap(each -> resolver.parents(each).stream())
                    .flatMap(parent -> lineage(parent).stream())
                    .flatMap(type -> changes(type.member(node.text())).stream())
                    .forEach(change -> add(file, node, change, arguments, true, uses));
        }
    }

    /// Whether the name is that of a declaration or of a key, rather than a use.
    private static boolean isDeclared(SyntaxNode node) {
        return node.is("property_identifier")
                || (node.field().equals("name")
                        && node.parent()
                                .filter(each ->
                                        !NameNodes.isPart(each)
                                                && !each.is("jsx_opening_element")
                                                && !each.is("jsx_self_closing_element")
                                                && !each.kind().contains("annotation")
                                                && !each.is("struct_expression"))
                                .isPresent());
    }

    private static boolean isMade(SyntaxNode node) {
        Optional<SyntaxNode> parent =
                node.parent()
                        .filter(each -> !each.is("generic_type"))
                        .or(() -> node.parent().flatMap(SyntaxNode::parent));
        return parent.filter(each ->
                        each.is("object_creation_expression")
                                || each.is("new_expression")
                                || each.is("call"))
                .isPresent();
    }

    private void add(
            SourceFile file,
            SyntaxNode node,
            ApiChange change,
            int arguments,
            boolean isSure,
            Collection<Use> uses) {
        Declaration gone = change.declaration();
        boolean isMember =
                gone.kind() == Declaration.Kind.FUNCTION
                        || gone.kind() == Declaration.Kind.CONSTRUCTOR;
        if (change.whom() == ApiChange.Whom.HEIRS
                || (gone.kind() == Declaration.Kind.CONSTRUCTOR && arguments < 0)) {
            return;
        }
        boolean isCounted = isMember && gone.arity() >= 0 && arguments >= 0;
        if (isCounted && !Arguments.fit(gone, node, arguments)) {
            return;
        }
        uses.add(
                new Use(
                        file.path(),
                        node.line(),
                        change,
                        isSure && (!isCounted || isOnlyForm(change, node, arguments))));
    }

    /// Whether no other form of a function could be meant, but for those of which the same is said.
    private boolean isOnlyForm(ApiChange change, SyntaxNode node, int arguments) {
        Declaration gone = change.declaration();
        List<Declaration> told =
                byPath.getOrDefault(gone.place() + "." + gone.path(), List.of()).stream()
                        .filter(each -> each.words().equals(change.words()))
                        .map(ApiChange::declaration)
                        .toList();
        return api.named(gone.place(), gone.path()).stream()
                .filter(each -> Arguments.fit(each, node, arguments))
                .allMatch(told::contains);
    }

    private void heirs(SourceFile file, SyntaxNode type, Resolver resolver, Collection<Use> uses) {
        List<Target> parents =
                resolver.parents(type).stream().flatMap(each -> lineage(each).stream()).toList();
        for (Target each : parents) {
            changes(each).stream()
                    .filter(change -> change.whom() == ApiChange.Whom.HEIRS)
                    .forEach(change -> uses.add(new Use(file.path(), type.line(), change, true)));
            type.child("body")
                    .ifPresent(body -> {
                        for (SyntaxNode member : body.named()) {
                            String name = member.child("name").map(SyntaxNode::text).orElse("");
                            int arity =
                                    member.child("parameters")
                                            .map(list -> list.named().size())
                                            .orElse(-1);
                            changes(each.member(name)).stream()
                                    .filter(change ->
                                            change.declaration().arity() < 0
                                                    || change.declaration().arity() == arity)
                                    .filter(change -> change.kind() != ApiChange.Kind.DEPRECATED)
                                    .forEach(change ->
                                            uses.add(
                                                    new Use(
                                                            file.path(),
                                                            member.line(),
                                                            change,
                                                            true)));
                        }
                    });
        }
    }
}
