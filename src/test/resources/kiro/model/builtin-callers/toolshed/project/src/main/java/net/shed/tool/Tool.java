package net.shed.tool;

import java.math.BigDecimal;

public record Tool(Long id, String name, BigDecimal deposit, boolean available) {}
