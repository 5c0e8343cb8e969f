import { ConflictException, Injectable, NotFoundException } from '@nestjs/common';
import { CreateCatDto } from './create-cat.dto';

@Injectable()
export class CatsService {
  private readonly byName = new Map<string, CreateCatDto>();

  findAll() {
    return [...this.byName.values()];
  }

  findOne(id: string) {
    const cat = this.byName.get(id);
    if (cat === undefined) {
      throw new NotFoundException('no such cat');
    }
    return cat;
  }

  create(cat: CreateCatDto) {
    if (this.byName.has(cat.name)) {
      throw new ConflictException();
    }
    this.byName.set(cat.name, cat);
    return cat;
  }

  remove(id: string) {
    this.findOne(id);
    this.byName.delete(id);
  }
}
