package net.shed.tool;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import net.shed.Forbidden;
import net.shed.Missing;
import net.shed.member.Member;
import net.shed.member.Member.Level;
import net.shed.member.MemberInterceptor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/tools")
public class ToolController {
    private final ToolRepository tools;

    public ToolController(ToolRepository tools) {
        this.tools = tools;
    }

    @GetMapping
    public List<Tool> all() {
        return tools.findAll();
    }

    @GetMapping("/{id}")
    public Tool one(@PathVariable long id) {
        return tools.findById(id).orElseThrow(() -> new Missing("no tool " + id));
    }

    @PostMapping("/{id}/retire")
    public Tool retire(@RequestAttribute(MemberInterceptor.MEMBER) Member member, @PathVariable long id) {
        if (member.level() != Member.Level.WARDEN) {
            throw new Forbidden("only wardens retire tools");
        }
        Tool tool = tools.findById(id).orElseThrow(() -> new Missing("no tool " + id));
        return tools.save(new Tool(tool.id(), tool.name(), tool.deposit(), false));
    }

    @PostMapping
    public ResponseEntity<Tool> create(
            @RequestAttribute(MemberInterceptor.MEMBER) Member member,
            @Valid @RequestBody CreateToolRequest request) {
        if (member.level() != Level.WARDEN) {
            throw new Forbidden("this takes the role WARDEN");
        }
        Tool tool = tools.save(new Tool(null, request.name(), request.deposit(), true));
        return ResponseEntity.created(URI.create("/tools/" + tool.id())).body(tool);
    }
}
