package kiro.code;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects the calls and the creations below a tree.
final class CallCollector extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Positions positions;
    private final List<JavaCall> calls = new ArrayList<>();
    private final List<JavaCall> creations = new ArrayList<>();

    CallCollector(Positions positions) {
        this.positions = positions;
    }

    List<JavaCall> calls() {
        return List.copyOf(calls);
    }

    List<JavaCall> creations() {
        return List.copyOf(creations);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
        ExpressionTree select = tree.getMethodSelect();
        boolean isQualified = select instanceof MemberSelectTree;
        calls.add(
                new JavaCall(
                        isQualified
                                ? positions.slice(((MemberSelectTree) select).getExpression())
                                : "",
                        isQualified
                                ? ((MemberSelectTree) select).getIdentifier().toString()
                                : select.toString(),
                        slices(tree.getArguments()),
                        positions.range(tree)));
        return super.visitMethodInvocation(tree, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void nothing) {
        creations.add(
                new JavaCall(
                        "",
                        positions.type(tree.getIdentifier()),
                        slices(tree.getArguments()),
                        positions.range(tree)));
        return super.visitNewClass(tree, null);
    }

    private List<String> slices(List<? extends Tree> trees) {
        return trees.stream().map(positions::slice).toList();
    }
}
