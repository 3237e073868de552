// Angular Material's form field with a suffix button that hides the password, compiled in the page.
import '@angular/compiler';
import { Component, provideZonelessChangeDetection, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { bootstrapApplication } from '@angular/platform-browser';

class Form {
  hide = signal(true);
  toggle(event) {
    this.hide.set(!this.hide());
    event.stopPropagation();
  }
}

bootstrapApplication(
  Component({
    selector: 'app-form',
    imports: [MatFormFieldModule, MatInputModule, MatButtonModule],
    template: `
      <form style="padding: 1rem">
        <mat-form-field>
          <mat-label>Enter your password</mat-label>
          <input matInput [type]="hide() ? 'password' : 'text'" autocomplete="new-password" data-shows>
          <button matIconButton matSuffix type="button" (click)="toggle($event)"
            [attr.aria-label]="'Hide password'" [attr.aria-pressed]="hide()">◉</button>
          <mat-hint>At least 8 characters</mat-hint>
        </mat-form-field>
        <div><button matButton="filled">Save</button></div>
      </form>`,
  })(Form) ?? Form,
  { providers: [provideZonelessChangeDetection()] },
);
