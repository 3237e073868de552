import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import 'passmuster/element';
import type { Verdict } from 'passmuster/element';

@Component({
  imports: [FormsModule],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  selector: 'app-root',
  templateUrl: './app.html',
})
export class App {
  protected readonly password = signal('');
  protected readonly detail = signal<Verdict | null>(null);

  protected told(event: Event): void {
    this.detail.set((event as CustomEvent<Verdict>).detail);
  }
}
