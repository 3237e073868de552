// Material UI's text fields in a stack: standard and filled.
import { Button, Stack, TextField } from '@mui/material';
import { createRoot } from 'react-dom/client';

createRoot(document.getElementById('root')).render(
  <form>
    <Stack spacing={2} sx={{ p: 2, maxWidth: 480 }}>
      <TextField label="Email" type="email" variant="standard" />
      <TextField
        label="Password"
        type="password"
        autoComplete="new-password"
        variant="standard"
        slotProps={{ input: { 'data-row': '' } }}
      />
      <Button variant="contained">Save</Button>
    </Stack>
  </form>,
);
