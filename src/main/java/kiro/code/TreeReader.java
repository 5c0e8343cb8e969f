package kiro.code;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Turns the trees of javac into values.
final class TreeReader {
    private final String path;
    private final Positions positions;

    TreeReader(String path, Positions positions) {
        this.path = path;
        this.positions = positions;
    }

    JavaFile file() {
        CompilationUnitTree unit = positions.unit();
        var imports = new ArrayList<JavaImport>();
        for (ImportTree tree : unit.getImports()) {
            imports.add(
                    new JavaImport(
                            tree.getQualifiedIdentifier().toString(),
                            tree.isStatic(),
                            positions.range(tree)));
        }
        var types = new ArrayList<JavaType>();
        for (Tree tree : unit.getTypeDecls()) {
            if (tree instanceof ClassTree type) {
                types.add(type(type));
            }
        }
        return new JavaFile(
                path,
                positions.text(),
                unit.getPackageName() == null ? "" : unit.getPackageName().toString(),
                Optional.ofNullable(unit.getPackage()).map(positions::range),
                imports,
                types);
    }

    private JavaType type(ClassTree tree) {
        JavaType.Kind kind = kind(tree);
        int bodyStart = positions.openingBrace(headerEnd(tree, kind));
        var members = new Members();
        for (Tree member : tree.getMembers()) {
            member(tree, kind, bodyStart, member, members);
        }
        TextRange range = positions.range(tree);
        return new JavaType(
                kind,
                tree.getSimpleName().toString(),
                modifiers(tree.getModifiers()),
                annotations(tree.getModifiers()),
                supertypes(tree),
                members.components,
                members.constants,
                members.fields,
                members.constructors,
                members.methods,
                members.nested,
                range,
                new TextRange(
                        Math.min(bodyStart + 1, range.end()),
                        Math.max(bodyStart + 1, range.end() - 1)));
    }

    private static final class Members {
        private final List<JavaParameter> components = new ArrayList<>();
        private final List<String> constants = new ArrayList<>();
        private final List<JavaField> fields = new ArrayList<>();
        private final List<JavaMethod> constructors = new ArrayList<>();
        private final List<JavaMethod> methods = new ArrayList<>();
        private final List<JavaType> nested = new ArrayList<>();
    }

    private void member(
            ClassTree owner, JavaType.Kind kind, int bodyStart, Tree member, Members members) {
        switch (member) {
            case VariableTree field when positions.start(field) < bodyStart ->
                    members.components.add(parameter(field));
            case VariableTree field when kind == JavaType.Kind.ENUM && isConstant(field) ->
                    members.constants.add(field.getName().toString());
            case VariableTree field -> members.fields.add(field(field));
            case MethodTree method when isGenerated(method) -> {
                // A constructor that javac adds has no place in the source.
            }
            case MethodTree method when method.getReturnType() == null ->
                    members.constructors.add(method(method, owner.getSimpleName().toString()));
            case MethodTree method ->
                    members.methods.add(method(method, method.getName().toString()));
            case ClassTree nested -> members.nested.add(type(nested));
            default -> {
                // Initialisers are no members that anything refers to.
            }
        }
    }

    private boolean isGenerated(MethodTree method) {
        return positions.end(method) == 0;
    }

    private boolean isConstant(VariableTree field) {
        String source = positions.slice(field);
        String name = field.getName().toString();
        return source.replaceFirst("^(?:\\s*@\\w+(?:\\([^)]*\\))?\\s+)*", "").startsWith(name)
                && field.getModifiers().getFlags().stream()
                        .allMatch(flag -> !source.startsWith(flag.toString()));
    }

    private static JavaType.Kind kind(ClassTree tree) {
        return switch (tree.getKind()) {
            case INTERFACE -> JavaType.Kind.INTERFACE;
            case RECORD -> JavaType.Kind.RECORD;
            case ENUM -> JavaType.Kind.ENUM;
            case ANNOTATION_TYPE -> JavaType.Kind.ANNOTATION;
            default -> JavaType.Kind.CLASS;
        };
    }

    /// A place behind all that the header of a type may hold braces in.
    private int headerEnd(ClassTree tree, JavaType.Kind kind) {
        int end = Math.max(positions.start(tree), positions.end(tree.getModifiers()));
        var parts = new ArrayList<Tree>(tree.getTypeParameters());
        if (tree.getExtendsClause() != null) {
            parts.add(tree.getExtendsClause());
        }
        parts.addAll(tree.getImplementsClause());
        parts.addAll(tree.getPermitsClause());
        for (Tree part : parts) {
            end = Math.max(end, positions.end(part));
        }
        return kind == JavaType.Kind.RECORD ? closingParenthesis(end, tree) : end;
    }

    /// The end of a record's header: its components may carry annotations with braces.
    private int closingParenthesis(int from, ClassTree tree) {
        String text = positions.text();
        int open = text.indexOf('(', text.indexOf(tree.getSimpleName().toString(), from));
        if (!tree.getImplementsClause().isEmpty() || open < 0) {
            return from;
        }
        int depth = 0;
        boolean isQuoted = false;
        for (int at = open; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' && text.charAt(at - 1) != '\\') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && c == '(') {
                depth++;
            } else if (!isQuoted && c == ')' && --depth == 0) {
                return at + 1;
            }
        }
        return from;
    }

    private List<String> supertypes(ClassTree tree) {
        var supertypes = new ArrayList<String>();
        if (tree.getExtendsClause() != null) {
            supertypes.add(positions.type(tree.getExtendsClause()));
        }
        tree.getImplementsClause().forEach(type -> supertypes.add(positions.type(type)));
        return supertypes;
    }

    private JavaField field(VariableTree tree) {
        var calls = new CallCollector(positions);
        calls.scan(tree.getInitializer(), null);
        return new JavaField(
                tree.getName().toString(),
                positions.type(tree.getType()),
                modifiers(tree.getModifiers()),
                annotations(tree.getModifiers()),
                Optional.ofNullable(tree.getInitializer()).map(positions::slice),
                calls.creations(),
                positions.range(tree));
    }

    private JavaMethod method(MethodTree tree, String name) {
        var calls = new CallCollector(positions);
        calls.scan(tree.getBody(), null);
        return new JavaMethod(
                name,
                tree.getReturnType() == null ? "" : positions.type(tree.getReturnType()),
                modifiers(tree.getModifiers()),
                annotations(tree.getModifiers()),
                tree.getParameters().stream().map(this::parameter).toList(),
                Optional.ofNullable(tree.getBody()).map(positions::slice),
                calls.calls(),
                calls.creations(),
                positions.range(tree));
    }

    private JavaParameter parameter(VariableTree tree) {
        return new JavaParameter(
                tree.getName().toString(),
                tree.getType() == null ? "var" : positions.type(tree.getType()),
                annotations(tree.getModifiers()),
                positions.range(tree));
    }

    private static Set<String> modifiers(ModifiersTree tree) {
        return tree.getFlags().stream().map(Object::toString).collect(Collectors.toSet());
    }

    private List<JavaAnnotation> annotations(ModifiersTree tree) {
        return tree.getAnnotations().stream().map(this::annotation).toList();
    }

    private JavaAnnotation annotation(AnnotationTree tree) {
        var arguments = new LinkedHashMap<String, String>();
        for (ExpressionTree argument : tree.getArguments()) {
            if (argument instanceof AssignmentTree pair) {
                // javac writes a lone argument as `value = it`, which stands nowhere in the source.
                arguments.put(pair.getVariable().toString(), positions.slice(pair.getExpression()));
            } else {
                arguments.put("value", positions.slice(argument));
            }
        }
        String name = tree.getAnnotationType().toString();
        return new JavaAnnotation(
                name.substring(name.lastIndexOf('.') + 1), arguments, positions.range(tree));
    }
}
