package shop.web;

import jakarta.validation.Valid;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.*;
import shop.Paths;

@Controller
@RequestMapping(Paths.OWNERS)
public class OwnerController {
    private static final int PAGE_SIZE = 20;

    private final OwnerRepository owners;
    private final KafkaTemplate<String, Owner> kafkaTemplate;

    @GetMapping("/{id}")
    public String show(@PathVariable int id) {
        owners.findById(id).orElseThrow(() -> new OwnerNotFound("there is no such owner"));
        return "owner";
    }

    @PostMapping("/new")
    public String create(@Valid Owner owner, BindingResult result) {
        if (result.hasErrors()) {
            return "form";
        }
        owners.save(owner);
        kafkaTemplate.send("owners", owner);
        return "redirect:/owners/" + owner.id();
    }

    @PutMapping("/{id}")
    @ResponseBody
    @PreAuthorize("hasRole('ADMIN')")
    public Owner replace(@PathVariable int id, @Valid @RequestBody Owner owner) {
        if (owner.isLocked()) {
            check(owner);
        }
        return owners.save(owner);
    }

    private void check(Owner owner) {
        if (owner.reason() == null) {
            throw new OwnerLocked("the owner is locked");
        }
    }
}
