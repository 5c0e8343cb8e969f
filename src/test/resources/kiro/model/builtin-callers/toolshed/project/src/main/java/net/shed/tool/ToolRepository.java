package net.shed.tool;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

@Repository
public class ToolRepository {
    private final JdbcClient jdbc;

    public ToolRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Tool> findAll() {
        return jdbc.sql("select id, name, deposit, available from tools order by name").query(Tool.class).list();
    }

    public Optional<Tool> findById(long id) {
        return jdbc.sql("select id, name, deposit, available from tools where id = ?")
                .param(id)
                .query(Tool.class)
                .optional();
    }

    public Tool save(Tool tool) {
        if (tool.id() == null) {
            var key = new GeneratedKeyHolder();
            jdbc.sql("insert into tools (name, deposit, available) values (?, ?, ?)")
                    .params(tool.name(), tool.deposit(), tool.available())
                    .update(key, "id");
            return new Tool(key.getKey().longValue(), tool.name(), tool.deposit(), tool.available());
        }
        jdbc.sql("update tools set name = ?, deposit = ?, available = ? where id = ?")
                .params(tool.name(), tool.deposit(), tool.available(), tool.id())
                .update();
        return tool;
    }
}
