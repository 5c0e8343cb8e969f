import { Body, Controller, Delete, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { AuthGuard } from '../auth.guard';
import { CatsService } from './cats.service';
import { CreateCatDto } from './create-cat.dto';

@Controller('cats')
export class CatsController {
  constructor(private readonly cats: CatsService) {}

  @Get()
  findAll() {
    return this.cats.findAll();
  }

  @Get(':id')
  findOne(@Param('id') id: string) {
    return this.cats.findOne(id);
  }

  @Post()
  @UseGuards(AuthGuard)
  create(@Body() cat: CreateCatDto) {
    return this.cats.create(cat);
  }

  @Delete(':id')
  @HttpCode(204)
  remove(@Param('id') id: string) {
    return this.cats.remove(id);
  }
}
