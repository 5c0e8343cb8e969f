package shop.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

public class Owner extends Person {
    @NotBlank private String city;

    @Pattern(regexp = "\\d{10}")
    private String telephone;
}
