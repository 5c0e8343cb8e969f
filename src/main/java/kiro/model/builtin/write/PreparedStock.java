package kiro.model.builtin.write;

import java.util.List;
import kiro.model.builtin.project.Credentials;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;

/// Lets a test class prepare the tokens with which its users sign in.
final class PreparedStock {
    private static final String CLIENT = "jdbc";

    private final Credentials.Prepared prepared;

    PreparedStock(Credentials.Prepared prepared) {
        this.prepared = prepared;
    }

    /// Adds what prepares the user's token before each test, once.
    ///
    /// @param index which of the holders the user is
    void add(TestUser user, int index, TestCode code) {
        if (index < 0) {
            return;
        }
        Credentials.Holder holder = prepared.holders().get(index);
        switch (prepared.means()) {
            case Credentials.Means.Rows _ -> {
                holder.made().ifPresent(sql -> update(sql, code));
                holder.steps().forEach(sql -> update(sql, code));
            }
            case Credentials.Means.Opening(
                            ProjectType type,
                            String method,
                            String read,
                            List<String> imports) -> {
                code.imports.addAll(imports);
                String bean = Names.lower(type.name());
                code.bean(bean, type.name(), type.qualifiedName());
                code.fields.putIfAbsent(user.constant(), "String");
                String opened =
                        "%s.%s(%s)%s"
                                .formatted(bean, method, String.join(", ", holder.steps()), read);
                String shown =
                        prepared.prefix().isEmpty()
                                ? opened
                                : Constraints.literal(prepared.prefix()) + " + " + opened;
                before(user.constant() + " = " + shown + ";", code);
            }
        }
    }

    /// Adds what makes the user, to whom something is to belong.
    static void there(SpringProject project, TestUser user, TestCode code) {
        if (project.credentials() instanceof Credentials.Prepared prepared) {
            prepared.holders().stream()
                    .filter(holder -> holder.id().equals(user.id()))
                    .flatMap(holder -> holder.made().stream())
                    .forEach(sql -> update(sql, code));
        }
    }

    private static void update(String sql, TestCode code) {
        code.bean(CLIENT, "JdbcTemplate", "org.springframework.jdbc.core.JdbcTemplate");
        before(CLIENT + ".update(" + Constraints.literal(sql) + ");", code);
    }

    private static void before(String line, TestCode code) {
        if (!List.copyOf(code.before).contains(line)) {
            code.before.add(line);
        }
    }
}
