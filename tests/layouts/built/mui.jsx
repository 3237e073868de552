// The stock form of Material UI's page on text fields, with a password field and an adornment that shows it.
import Visibility from '@mui/icons-material/Visibility';
import VisibilityOff from '@mui/icons-material/VisibilityOff';
import { FormControl, FormHelperText, IconButton, InputAdornment, InputLabel, OutlinedInput } from '@mui/material';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

function Form() {
  const [showPassword, setShowPassword] = useState(false);
  return (
    <form>
      <FormControl sx={{ m: 1, width: '25ch' }} variant="outlined">
        <InputLabel htmlFor="outlined-adornment-password">Password</InputLabel>
        <OutlinedInput
          id="outlined-adornment-password"
          type={showPassword ? 'text' : 'password'}
          autoComplete="new-password"
          inputProps={{ 'data-shows': '' }}
          data-row=""
          endAdornment={
            <InputAdornment position="end">
              <IconButton
                aria-label={showPassword ? 'hide the password' : 'display the password'}
                onClick={() => setShowPassword((show) => !show)}
                edge="end"
              >
                {showPassword ? <VisibilityOff /> : <Visibility />}
              </IconButton>
            </InputAdornment>
          }
          label="Password"
        />
        <FormHelperText>Helper text</FormHelperText>
      </FormControl>
    </form>
  );
}

createRoot(document.getElementById('root')).render(<Form />);
